package org.kontor.domain.invoice;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Makes a change of an issued document visible. The digest covers its content, the chain hash ties
 * digest and number to the document before it in the series.
 *
 * <p>Not thread-safe: one per thread of work.
 */
public final class DocumentHash {

  /** What stands before the first document of a series. */
  public static final byte[] START = new byte[32];

  private final MessageDigest sha256;
  private final StringBuilder content = new StringBuilder(1024);

  public DocumentHash() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }

  /** Begins a digest; then {@link #line} for each line in order, then {@link #digest}. */
  public DocumentHash header(InvoiceDraft draft) {
    return header(
        draft.vendorCode(),
        draft.kind().name(),
        draft.sourceKey(),
        draft.customerId(),
        draft.issueDate(),
        draft.dueDate(),
        draft.period().from(),
        draft.period().to(),
        draft.total().currency(),
        draft.net().minor(),
        draft.vatTotal().minor(),
        draft.total().minor(),
        VatBreakdown.json(draft.vat()),
        draft.buyer().json(),
        draft.policy(),
        draft.precedingNumber(),
        draft.reason());
  }

  /** The same from stored columns, in the same order. */
  public DocumentHash header(Object... columns) {
    content.setLength(0);
    append(columns);
    return this;
  }

  public DocumentHash line(Line line) {
    return line(
        line.itemCode(),
        line.name(),
        plain(line.quantity()),
        line.unit(),
        plain(line.unitPrice()),
        line.net().minor(),
        line.vatCategory(),
        plain(line.vatRate()),
        line.period().from(),
        line.period().to(),
        line.why().compact());
  }

  /** The same from stored columns, in the same order; numbers through {@link #plain}. */
  public DocumentHash line(Object... columns) {
    append(columns);
    return this;
  }

  public byte[] digest() {
    return sha256.digest(content.toString().getBytes(StandardCharsets.UTF_8));
  }

  public byte[] digest(InvoiceDraft draft) {
    header(draft);
    draft.lines().forEach(this::line);
    return digest();
  }

  /** The chain hash of a document: SHA-256(previous || number || digest). */
  public byte[] chain(byte[] previous, String number, byte[] digest) {
    sha256.update(previous);
    sha256.update(number.getBytes(StandardCharsets.UTF_8));
    return sha256.digest(digest);
  }

  /** One text per number, whatever its scale. */
  public static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private void append(Object... columns) {
    for (Object column : columns) {
      content.append(column).append('\u001f');
    }
    content.append('\n');
  }
}
