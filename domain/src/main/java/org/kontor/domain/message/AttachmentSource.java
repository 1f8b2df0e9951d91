package org.kontor.domain.message;

import java.util.Optional;

/** Loads what mails carry with them; asked when a mail is sent, so that nothing is kept twice. */
public interface AttachmentSource {

  /** Empty when the reference is not of a kind that it knows. */
  Optional<Attachment> load(AttachmentRef ref);
}
