package org.kontor.billing.subscription.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.kontor.domain.policy.BillingPolicy.ChangeBilling;
import org.kontor.domain.problem.Problem;

/**
 * What becomes of a change; the preview answers the same without storing anything.
 *
 * @param accepted false in a preview only: the change would be refused
 * @param refusal why, with every unmet limit
 * @param steps what happens at once, and what on the effective date
 * @param monthlyBefore net fee of a whole month until now
 * @param monthlyAfter net fee of a whole month once everything has happened
 * @param difference after − before, to the cent
 * @param newPriceFrom first day that is billed at the new price
 * @param billing the policy's reading of S1.13
 * @param restOfMonth net for the rest of the month already paid; 0 in the reading NEXT_INVOICE
 * @param invoice issued for it at once (PRORATE)
 * @param version of the subscription, also the ETag
 */
public record ChangeAnswer(
    boolean accepted,
    Problem refusal,
    List<ChangeView> steps,
    BigDecimal monthlyBefore,
    BigDecimal monthlyAfter,
    BigDecimal difference,
    String currency,
    LocalDate newPriceFrom,
    ChangeBilling billing,
    BigDecimal restOfMonth,
    InvoiceRef invoice,
    int version) {

  public ChangeAnswer {
    steps = List.copyOf(steps);
  }

  static ChangeAnswer refused(Problem refusal, int version) {
    return new ChangeAnswer(
        false, refusal, List.of(), null, null, null, null, null, null, null, null, version);
  }
}
