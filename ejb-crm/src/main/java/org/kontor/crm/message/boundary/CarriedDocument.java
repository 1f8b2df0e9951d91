package org.kontor.crm.message.boundary;

import java.util.List;

/**
 * A document that mails have carried.
 *
 * @param mails those that the reader may read, the latest first
 * @param again whether it can be mailed once more
 */
public record CarriedDocument(List<ArchivedMessage> mails, boolean again) {

  public CarriedDocument {
    mails = List.copyOf(mails);
  }
}
