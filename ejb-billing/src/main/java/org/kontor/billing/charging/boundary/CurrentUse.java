package org.kontor.billing.charging.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.billing.charging.control.Forecast;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.PolicyPack;

/**
 * «Використання в поточному місяці» (S3.22): the same functions as the runs, on the facts so far.
 */
@Stateless
public class CurrentUse {

  @Inject private Sql sql;
  @Inject private Forecast forecast;
  @Inject private PolicyBook policies;
  @Inject private Caller caller;

  /**
   * Of all subscriptions of a customer.
   *
   * @param today local day of the vendor
   * @throws org.kontor.domain.problem.Refused NOT_FOUND
   */
  public UseSoFar soFar(long customerId, LocalDate today) {
    String vendor =
        vendor("select vendor_code from customer where id = ?", customerId)
            .orElseThrow(() -> NotFound.of("customer"));
    List<Long> ids =
        sql.list(
            row -> row.getLong(1),
            "select id from subscription where customer_id = ? and state <> 'DELETED' order by id",
            customerId);
    return of(vendor, ids.stream().mapToLong(Long::longValue).toArray(), today);
  }

  private Optional<String> vendor(String query, long id) {
    return sql.one(row -> row.getString(1), query, id).filter(caller::sees);
  }

  /** Of some subscriptions of one customer of this vendor. */
  public UseSoFar of(String vendor, long[] subscriptions, LocalDate today) {
    caller.mustSee(vendor, "customer");
    PolicyPack pack = policies.inForce(vendor, today);
    List<UseLine> lines = new ArrayList<>(forecast.charged(subscriptions, today));
    Forecast.Open open = forecast.open(pack, subscriptions, today);
    lines.addAll(open.lines());
    BigDecimal zero = Money.zero(pack.seller().currency()).amount();
    return new UseSoFar(
        today.withDayOfMonth(1),
        today,
        lines.stream().map(UseLine::amount).reduce(zero, BigDecimal::add),
        pack.seller().currency().getCurrencyCode(),
        lines,
        open.problem());
  }
}
