package org.kontor.billing.document.boundary;

import java.util.HexFormat;
import org.kontor.billing.document.control.DocumentArchive;

/**
 * The file of an issued document.
 *
 * @param name for saving it, from the document's number; letters of any script, no separators
 * @param sha256 of the content, 64 hex digits
 * @param content PDF, not copied: leave it alone
 */
public record DocumentFile(String name, String sha256, byte[] content) {

  public static final String TYPE = "application/pdf";

  /** A file of that name without its ending, with the hash of its content. */
  public static DocumentFile of(String title, byte[] content) {
    byte[] hash = DocumentArchive.sha256(content);
    return new DocumentFile(name(title), HexFormat.of().formatHex(hash), content);
  }

  static String name(String title) {
    return title.replaceAll("[^\\p{L}\\p{N}._-]+", "-") + ".pdf";
  }
}
