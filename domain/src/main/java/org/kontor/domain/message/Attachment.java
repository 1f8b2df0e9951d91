package org.kontor.domain.message;

import java.util.Objects;

/**
 * A file that goes with a mail.
 *
 * @param fileName as the receiver sees it
 * @param contentType for example {@code application/pdf}
 * @param content not copied: whoever makes it leaves it alone afterwards
 */
public record Attachment(String fileName, String contentType, byte[] content) {

  public Attachment {
    Objects.requireNonNull(fileName, "fileName");
    Objects.requireNonNull(contentType, "contentType");
    Objects.requireNonNull(content, "content");
  }
}
