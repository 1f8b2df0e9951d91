package org.kontor.domain.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.ledger.Buckets;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.subscription.Standing;
import org.kontor.domain.time.WorkCalendar;

/**
 * A customer as he stands at one moment: all that his future depends on. The balance is the
 * customer's, so all his subscriptions belong to it.
 *
 * @param policies the version in force on a day, those imported for later days among them
 * @param calendar of the seller's country
 * @param buyer as documents name him
 * @param owed unpaid invoices
 * @param now nothing before it is foretold
 */
public record Account(
    Function<LocalDate, PolicyPack> policies,
    WorkCalendar calendar,
    long customerId,
    Buyer buyer,
    Buckets balance,
    List<Owed> owed,
    List<Holding> holdings,
    Instant now) {

  public Account {
    owed = List.copyOf(owed);
    holdings = List.copyOf(holdings);
  }

  /** The seller's. */
  public ZoneId zone() {
    return policies.apply(LocalDate.ofInstant(now, ZoneOffset.UTC)).zone();
  }

  /**
   * An unpaid invoice.
   *
   * @param id orders those that are due alike
   * @param subscriptionId 0 when it bills none
   */
  public record Owed(
      long id, String number, long subscriptionId, LocalDate issued, Standing.OpenItem item) {}
}
