package org.kontor.billing.charging.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.kontor.billing.charging.boundary.UseLine;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.billing.usage.control.UsageBook;
import org.kontor.billing.usage.control.UsageWindow;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.pricing.Carry;
import org.kontor.domain.pricing.ChargeLine;
import org.kontor.domain.pricing.ChargeOutcome;
import org.kontor.domain.pricing.ChargeOutcome.Charged;
import org.kontor.domain.pricing.DailyPricing;
import org.kontor.domain.pricing.SettlementPricing;
import org.kontor.domain.subscription.SubscriptionSnapshot;
import org.kontor.domain.time.DateRange;
import org.kontor.domain.usage.MonthUsage;

/** What the runs to come would charge by the facts so far; writes nothing. */
@ApplicationScoped
public class Forecast {

  private final Sql sql;
  private final DueAccounts accounts;
  private final UsageBook usage;
  private final PolicyBook policies;

  @Inject
  public Forecast(Sql sql, DueAccounts accounts, UsageBook usage, PolicyBook policies) {
    this.sql = sql;
    this.accounts = accounts;
    this.usage = usage;
    this.policies = policies;
  }

  /** For the container's proxy. */
  protected Forecast() {
    this(null, null, null, null);
  }

  /**
   * Not charged yet.
   *
   * @param problem what would park a subscription, or null
   */
  public record Open(List<UseLine> lines, String problem) {}

  /** Charges of daily plans in the month of {@code today}, summed by item. */
  public List<UseLine> charged(long[] subscriptions, LocalDate today) {
    return sql.list(
        row ->
            new UseLine(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class),
                row.getBigDecimal(6),
                Money.ofMinor(row.getLong(7), Currency.getInstance(row.getString(8))).amount(),
                true,
                null),
        "select c.subscription_id, c.item_code, max(c.name), min(c.period_from),"
            + " max(c.period_to), sum(c.quantity), sum(c.amount_minor)::bigint, c.currency"
            + " from charge c join subscription s on s.id = c.subscription_id"
            + " where s.id = any(?) and s.timing = 'DAILY' and c.customer_id = s.customer_id"
            + " and c.business_date between ? and ? group by 1, 2, 8 order by 1, 4, 2",
        subscriptions,
        today.withDayOfMonth(1),
        today);
  }

  /** Days of this month that are not charged yet, today included; or the month so far. */
  public Open open(PolicyPack pack, long[] subscriptions, LocalDate today) {
    List<UseLine> lines = new ArrayList<>();
    String problem = null;
    List<DueAccount> all =
        accounts.load(subscriptions, today, false).stream()
            .filter(account -> account.subscription().activatedOn() != null)
            .toList();
    UsageWindow days = usedByDay(pack, of(pack, all, Timing.DAILY), today);
    Map<Long, MonthUsage> months = usedInMonth(pack, of(pack, all, Timing.MONTHLY_ARREARS), today);
    for (DueAccount account : all) {
      Timing timing = timing(pack, account);
      ChargeOutcome last = null;
      if (timing == Timing.DAILY) {
        last = days(pack, account, days, today, lines);
      } else if (timing == Timing.MONTHLY_ARREARS) {
        last = month(pack, account, months, today, lines);
      }
      if (last instanceof ChargeOutcome.Parked parked) {
        problem = parked.code() + ": " + parked.detail();
      }
    }
    return new Open(lines, problem);
  }

  private static Timing timing(PolicyPack pack, DueAccount account) {
    return pack.plan(account.subscription().planCode()).map(plan -> plan.timing()).orElse(null);
  }

  private static List<DueAccount> of(PolicyPack pack, List<DueAccount> all, Timing timing) {
    return all.stream().filter(account -> timing(pack, account) == timing).toList();
  }

  private static long[] ids(List<DueAccount> accounts) {
    return accounts.stream().mapToLong(account -> account.subscription().id()).toArray();
  }

  private UsageWindow usedByDay(PolicyPack pack, List<DueAccount> daily, LocalDate today) {
    LocalDate[] from =
        daily.stream()
            .map(account -> firstDay(pack, account, today))
            .map(day -> day.isAfter(today) ? today : day)
            .toArray(LocalDate[]::new);
    return usage.days(pack, ids(daily), from, today);
  }

  private Map<Long, MonthUsage> usedInMonth(
      PolicyPack pack, List<DueAccount> monthly, LocalDate today) {
    LocalDate first = YearMonth.from(today).atDay(1);
    LocalDate[] from =
        monthly.stream()
            .map(account -> account.subscription().activatedOn())
            .map(activated -> activated.isAfter(first) ? activated : first)
            .toArray(LocalDate[]::new);
    return usage.month(pack, ids(monthly), from, today);
  }

  /** The first day of this month that is not charged yet. */
  private static LocalDate firstDay(PolicyPack pack, DueAccount account, LocalDate today) {
    LocalDate month = today.withDayOfMonth(1);
    LocalDate open = DailyChunk.firstOpenDay(pack, account.subscription());
    return open.isBefore(month) ? month : open;
  }

  private ChargeOutcome days(
      PolicyPack pack,
      DueAccount account,
      UsageWindow window,
      LocalDate today,
      List<UseLine> lines) {
    LocalDate day = firstDay(pack, account, today);
    if (day.isAfter(today)) {
      return null;
    }
    DueAccount now = account;
    ChargeOutcome outcome = null;
    for (; !day.isAfter(today); day = day.plusDays(1)) {
      LocalDate at = day;
      SubscriptionSnapshot subscription = now.subscription();
      PolicyPack ofDay = policies.inForce(pack.code(), at);
      outcome =
          ChargeWriter.guarded(
              () ->
                  DailyPricing.charge(
                      ofDay,
                      subscription,
                      window.on(subscription.id(), at),
                      at,
                      account.language()));
      if (!(outcome instanceof Charged charged)) {
        return outcome;
      }
      charged.lines().forEach(line -> lines.add(line(subscription.id(), line)));
      now = now.charged(at, charged.carry());
    }
    return outcome;
  }

  private ChargeOutcome month(
      PolicyPack pack,
      DueAccount account,
      Map<Long, MonthUsage> months,
      LocalDate today,
      List<UseLine> lines) {
    SubscriptionSnapshot subscription = account.subscription();
    LocalDate first = YearMonth.from(today).atDay(1);
    MonthUsage used = months.getOrDefault(subscription.id(), MonthUsage.NONE);
    // The month before may not be settled yet: it is not part of this one
    DueAccount now =
        account.charged(
            first.minusDays(1), new Carry(subscription.carryExact(), subscription.carryCharged()));
    ChargeOutcome outcome =
        ChargeWriter.guarded(
            () ->
                SettlementPricing.charge(
                    day -> policies.inForce(pack.code(), day),
                    now.subscription(),
                    used,
                    new DateRange(first, today),
                    account.language()));
    if (outcome instanceof Charged charged) {
      charged.lines().forEach(line -> lines.add(line(subscription.id(), line)));
    }
    return outcome;
  }

  private static UseLine line(long subscriptionId, ChargeLine line) {
    return new UseLine(
        subscriptionId,
        line.itemCode(),
        line.name(),
        line.period().from(),
        line.period().to(),
        line.quantity(),
        line.amount().amount(),
        false,
        line.why().compact());
  }
}
