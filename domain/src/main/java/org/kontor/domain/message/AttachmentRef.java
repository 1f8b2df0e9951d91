package org.kontor.domain.message;

import java.util.Objects;

/**
 * Names something to attach without carrying it.
 *
 * @param kind for example {@code invoice}
 * @param id of that kind
 */
public record AttachmentRef(String kind, long id) {

  public static final String INVOICE = "invoice";

  public AttachmentRef {
    Objects.requireNonNull(kind, "kind");
  }
}
