package org.kontor.domain.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.AccessPolicy.Trigger;

/**
 * What a subscription's case is about.
 *
 * @param kind {@link Trigger#OVERDUE_INVOICE} or {@link Trigger#NEGATIVE_BALANCE}
 * @param beganOn of an invoice its due date, the oldest of the case; of a balance the day whose
 *     charge made it negative (S2.24)
 * @param bookedAt when that was booked, business clock; decides only for BOOKING_TIME
 * @param subject number of the invoice; empty for a balance
 * @param amount what is open, or the balance
 */
public record Debt(
    Trigger kind, LocalDate beganOn, Instant bookedAt, String subject, Money amount) {

  public static Debt overdue(LocalDate due, String invoice, Money open) {
    return new Debt(Trigger.OVERDUE_INVOICE, due, null, invoice, open);
  }

  public static Debt balance(LocalDate chargedFor, Instant bookedAt, Money balance) {
    return new Debt(Trigger.NEGATIVE_BALANCE, chargedFor, bookedAt, "", balance);
  }

  Because because(String policy) {
    return kind == Trigger.OVERDUE_INVOICE
        ? new Because(Cause.OVERDUE_INVOICE, List.of("S1.28"), policy, subject, amount, beganOn)
        : new Because(Cause.NEGATIVE_BALANCE, List.of("S2.16"), policy, subject, amount, beganOn);
  }
}
