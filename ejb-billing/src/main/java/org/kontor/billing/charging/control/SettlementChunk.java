package org.kontor.billing.charging.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kontor.billing.bulk.control.ChunkWork;
import org.kontor.billing.bulk.control.RunContext;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.billing.usage.control.UsageBook;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.pricing.Carry;
import org.kontor.domain.pricing.ChargeOutcome;
import org.kontor.domain.pricing.ChargeOutcome.Charged;
import org.kontor.domain.pricing.SettlementPricing;
import org.kontor.domain.run.RunKind;
import org.kontor.domain.subscription.SubscriptionSnapshot;
import org.kontor.domain.time.DateRange;
import org.kontor.domain.usage.MonthUsage;

/**
 * Takes the month that ended from the balance, on the 1st (S3.22), by the policy of its last day: a
 * new price of the 1st is not one for the month before. Months that a subscription missed come
 * first, each under its own 1st.
 */
@ApplicationScoped
public class SettlementChunk implements ChunkWork {

  private final DueAccounts accounts;
  private final UsageBook usage;
  private final PolicyBook policies;
  private final ChargeWriter writer;

  @Inject
  public SettlementChunk(
      DueAccounts accounts, UsageBook usage, PolicyBook policies, ChargeWriter writer) {
    this.accounts = accounts;
    this.usage = usage;
    this.policies = policies;
    this.writer = writer;
  }

  /** For the container's proxy. */
  protected SettlementChunk() {
    this(null, null, null, null);
  }

  @Override
  public RunKind kind() {
    return RunKind.SETTLEMENT;
  }

  @Override
  public String workList() {
    return "s.vendor_code = ? and s.timing = 'MONTHLY_ARREARS' and s.activated_on < ?"
        + " and (s.state in ('ACTIVE', 'STOPPED') or (s.state = 'ENDED'"
        + " and coalesce(s.charged_through, s.activated_on - 1) < s.ends_on))";
  }

  @Override
  public ChunkResult process(RunContext run, long[] ids) {
    YearMonth settled = YearMonth.from(run.date()).minusMonths(1);
    List<DueAccount> due = new ArrayList<>(ids.length);
    YearMonth earliest = settled;
    for (DueAccount account : accounts.load(run, ids)) {
      YearMonth open = firstOpenMonth(account.subscription());
      if (!open.isAfter(settled)) {
        due.add(account);
        earliest = open.isBefore(earliest) ? open : earliest;
      }
    }
    List<Month> months = new ArrayList<>(1);
    for (YearMonth month = earliest; !month.isAfter(settled); month = month.plusMonths(1)) {
      months.add(month(run, month, due));
    }
    return writer.charge(run, due, (account, sheet) -> charge(months, account, sheet));
  }

  private Month month(RunContext run, YearMonth month, List<DueAccount> due) {
    PolicyPack pack = policies.inForce(run.pack().code(), month.atEndOfMonth());
    return new Month(
        DateRange.of(month),
        pack,
        usage.month(
            pack,
            due.stream().mapToLong(account -> account.subscription().id()).toArray(),
            due.stream()
                .map(account -> from(account.subscription(), month))
                .toArray(LocalDate[]::new),
            month.atEndOfMonth()));
  }

  private static LocalDate from(SubscriptionSnapshot subscription, YearMonth month) {
    LocalDate first = month.atDay(1);
    return subscription.activatedOn().isAfter(first) ? subscription.activatedOn() : first;
  }

  static YearMonth firstOpenMonth(SubscriptionSnapshot subscription) {
    LocalDate through = subscription.chargedThrough();
    return through != null
        ? YearMonth.from(through.plusDays(1))
        : YearMonth.from(subscription.activatedOn());
  }

  private void charge(List<Month> months, DueAccount account, ChargeSheet sheet) {
    DueAccount now = account;
    for (Month month : months) {
      SubscriptionSnapshot subscription = now.subscription();
      ChargeOutcome outcome = price(month, subscription, now.language());
      if (outcome instanceof Charged charged) {
        LocalDate bookedOn = month.period.to().plusDays(1);
        sheet.due(now, bookedOn, month.pack, charged.lines());
        now =
            now.charged(
                month.period.to(),
                new Carry(subscription.carryExact(), subscription.carryCharged()));
      } else if (outcome instanceof ChargeOutcome.Parked parked) {
        sheet.park(
            account, parked.code(), YearMonth.from(month.period.to()) + ": " + parked.detail());
        break;
      }
    }
    if (now != account) {
      sheet.charged(now);
    }
  }

  private ChargeOutcome price(Month month, SubscriptionSnapshot subscription, String language) {
    return ChargeWriter.guarded(
        () ->
            SettlementPricing.charge(
                day -> policies.inForce(month.pack.code(), day),
                subscription,
                month.usage.getOrDefault(subscription.id(), MonthUsage.NONE),
                month.period,
                language));
  }

  /** What settling one month needs, for the whole chunk. */
  private record Month(DateRange period, PolicyPack pack, Map<Long, MonthUsage> usage) {}
}
