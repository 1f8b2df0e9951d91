package org.kontor.billing.document.boundary;

/**
 * The file of an issued document.
 *
 * @param name for saving it, from the document's number; letters of any script, no separators
 * @param sha256 of the content, 64 hex digits
 * @param content PDF, not copied: leave it alone
 */
public record DocumentFile(String name, String sha256, byte[] content) {

  public static final String TYPE = "application/pdf";
}
