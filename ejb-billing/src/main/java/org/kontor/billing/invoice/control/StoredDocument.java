package org.kontor.billing.invoice.control;

import java.time.Instant;
import java.time.LocalDate;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.Seller.DocumentKind;
import org.kontor.domain.time.DateRange;

/**
 * The header of an issued document as stored, with what is still open of it.
 *
 * @param vatJson BG-23 as hashed
 * @param buyerJson BG-7 as hashed
 * @param open zero when nothing is to be paid
 */
public record StoredDocument(
    long id,
    long customerId,
    String vendorCode,
    DocumentKind kind,
    String seriesCode,
    int seriesYear,
    long seriesNumber,
    String number,
    LocalDate issueDate,
    LocalDate dueDate,
    DateRange period,
    Long subscriptionId,
    String purpose,
    String sourceKey,
    Money net,
    Money vat,
    Money total,
    String vatJson,
    String buyerJson,
    String policy,
    Long precedingId,
    String precedingNumber,
    String remittance,
    String reason,
    byte[] digest,
    byte[] chainHash,
    Instant recordedAt,
    Money open,
    Money credited) {

  /** State of a credit note: it is set off or goes on the balance when it is issued. */
  public static final String SETTLED = "settled";

  /** Number of the policy version with the seller as it was. */
  public int policyVersion() {
    return Integer.parseInt(policy.substring(policy.indexOf('@') + 1));
  }

  /**
   * {@code open}, {@code overdue}, {@code paid}, or {@code credited} when credit notes took back
   * all of it, paid or not; of a credit note {@link #SETTLED}.
   */
  public String state(LocalDate today) {
    return state(kind, open, total, credited, dueDate.isBefore(today));
  }

  /** The same from the figures of a list. */
  static String state(DocumentKind kind, Money open, Money total, Money credited, boolean overdue) {
    if (kind == DocumentKind.CREDIT_NOTE) {
      return SETTLED;
    }
    if (open.isZero()) {
      return credited.isPositive() && credited.compareTo(total) >= 0 ? "credited" : "paid";
    }
    return overdue ? "overdue" : "open";
  }
}
