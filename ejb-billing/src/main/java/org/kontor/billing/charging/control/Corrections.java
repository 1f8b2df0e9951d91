package org.kontor.billing.charging.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kontor.billing.ledger.control.Ledger;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.billing.usage.control.ClosedDay;
import org.kontor.billing.usage.control.ClosedDay.Pair;
import org.kontor.billing.usage.control.ClosedDayCorrected;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.explain.Explanation;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.pricing.Carry;
import org.kontor.domain.pricing.ChargeLine;
import org.kontor.domain.pricing.CorrectionPricing;
import org.kontor.domain.subscription.SubscriptionSnapshot;
import org.kontor.domain.time.BusinessClock;
import org.kontor.domain.usage.DayUsage;

/**
 * Books the difference when a state of days already charged turns out to have been another: each
 * day that it lasted through, by the policy and plan of that day, as lines of the open day. What
 * was charged stays in the book.
 */
@ApplicationScoped
public class Corrections implements ClosedDayCorrected {

  private final Sql sql;
  private final DueAccounts accounts;
  private final PolicyBook policies;
  private final Ledger ledger;
  private final ChargeBook book;
  private final BusinessClock clock;

  @Inject
  public Corrections(
      Sql sql,
      DueAccounts accounts,
      PolicyBook policies,
      Ledger ledger,
      ChargeBook book,
      BusinessClock clock) {
    this.sql = sql;
    this.accounts = accounts;
    this.policies = policies;
    this.ledger = ledger;
    this.book = book;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected Corrections() {
    this(null, null, null, null, null, null);
  }

  @Override
  public void corrected(ClosedDay closed) {
    Map<LocalDate, String> plans = plans(closed);
    if (plans.isEmpty()) {
      return;
    }
    DueAccount account =
        accounts.load(new long[] {closed.subscriptionId()}, closed.openDay(), true).get(0);
    SubscriptionSnapshot subscription = account.subscription();
    Carry carry = new Carry(subscription.carryExact(), subscription.carryCharged());
    Set<String> taken = taken(closed);
    List<Due> dues = new ArrayList<>();
    Pair pair = closed.first();
    while (pair.differs() && pair.day().isBefore(closed.openDay())) {
      String plan = plans.get(pair.day());
      if (plan != null) {
        PolicyPack pack = policies.inForce(closed.vendor(), pair.day());
        CorrectionPricing.Corrected corrected =
            new CorrectionPricing(pack, account.onPlan(plan).subscription(), account.language())
                .of(pair.day(), usage(closed, pair, false), usage(closed, pair, true), carry);
        carry = corrected.carry();
        dues.add(due(closed, pack, own(corrected.lines(), taken), account));
      }
      pair = pair.next(closed.before());
    }
    accounts.store(List.of(account.charged(subscription.chargedThrough(), carry)));
    book.post(
        new Stamp(closed.vendor(), null, clock.now()),
        dues.stream().filter(due -> !due.lines().isEmpty()).toList(),
        new HashMap<>(ledger.lock(closed.customerId())));
  }

  private static DayUsage usage(ClosedDay closed, Pair pair, boolean corrected) {
    return new DayUsage(Map.of(closed.metric(), corrected ? pair.is() : pair.was()), List.of());
  }

  private static Due due(
      ClosedDay closed, PolicyPack pack, List<ChargeLine> lines, DueAccount account) {
    return new Due(
        closed.customerId(),
        closed.subscriptionId(),
        closed.openDay(),
        pack,
        lines,
        account.alert());
  }

  private static List<ChargeLine> own(List<ChargeLine> lines, Set<String> taken) {
    return lines.stream().map(line -> unique(line, taken)).toList();
  }

  /** A day can be corrected more than once before the open day is charged. */
  private static ChargeLine unique(ChargeLine line, Set<String> taken) {
    String code = line.itemCode();
    for (int n = 2; !taken.add(code); n++) {
      code = line.itemCode() + ":" + n;
    }
    return new ChargeLine(
        code, line.name(), line.period(), line.quantity(), line.amount(), line.why());
  }

  private Set<String> taken(ClosedDay closed) {
    return new HashSet<>(
        sql.list(
            row -> row.getString(1),
            "select item_code from charge where customer_id = ? and subscription_id = ?"
                + " and business_date = ? and item_code like 'correction:%'",
            closed.customerId(),
            closed.subscriptionId(),
            closed.openDay()));
  }

  /** The plan that each day was charged by, as its explanation says. */
  private Map<LocalDate, String> plans(ClosedDay closed) {
    Map<LocalDate, String> plans = new HashMap<>();
    sql.list(
            row ->
                Map.entry(row.getObject(1, LocalDate.class), Explanation.parse(row.getString(2))),
            "select business_date, explanation from charge where customer_id = ?"
                + " and subscription_id = ? and business_date >= ? and business_date < ?"
                + " and position(':' in item_code) = 0",
            closed.customerId(),
            closed.subscriptionId(),
            closed.day(),
            closed.openDay())
        .forEach(
            charge -> {
              String plan = charge.getValue().facts().get("plan");
              if (plan != null) {
                plans.put(charge.getKey(), plan);
              }
            });
    return plans;
  }
}
