package org.kontor.billing.charging.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kontor.billing.bulk.control.ChunkWork;
import org.kontor.billing.bulk.control.RunContext;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.billing.usage.control.UsageBook;
import org.kontor.billing.usage.control.UsageWindow;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.pricing.ChargeOutcome;
import org.kontor.domain.pricing.ChargeOutcome.Charged;
import org.kontor.domain.pricing.DailyPricing;
import org.kontor.domain.run.RunKind;
import org.kontor.domain.subscription.SubscriptionSnapshot;

/**
 * Charges a day by its results (S2.5). Days that a subscription missed, parked or not run, come
 * first, each under its own date and by the policy of that date; the first one that must be parked
 * stops the account there, so that days are charged in order and none twice.
 */
@ApplicationScoped
public class DailyChunk implements ChunkWork {

  private final DueAccounts accounts;
  private final UsageBook usage;
  private final PolicyBook policies;
  private final ChargeWriter writer;

  @Inject
  public DailyChunk(
      DueAccounts accounts, UsageBook usage, PolicyBook policies, ChargeWriter writer) {
    this.accounts = accounts;
    this.usage = usage;
    this.policies = policies;
    this.writer = writer;
  }

  /** For the container's proxy. */
  protected DailyChunk() {
    this(null, null, null, null);
  }

  @Override
  public RunKind kind() {
    return RunKind.DAILY;
  }

  @Override
  public String workList() {
    return "s.vendor_code = ? and s.timing = 'DAILY' and s.activated_on <= ?"
        + " and (s.state in ('ACTIVE', 'STOPPED') or (s.state = 'ENDED'"
        + " and coalesce(s.charged_through, s.activated_on - 1) < s.ends_on))";
  }

  @Override
  public ChunkResult process(RunContext run, long[] ids) {
    List<DueAccount> due = new ArrayList<>(ids.length);
    for (DueAccount account : accounts.load(run, ids)) {
      if (!firstOpenDay(run.pack(), account.subscription()).isAfter(run.date())) {
        due.add(account);
      }
    }
    UsageWindow window =
        usage.days(
            run.pack(),
            due.stream().mapToLong(account -> account.subscription().id()).toArray(),
            due.stream()
                .map(account -> firstOpenDay(run.pack(), account.subscription()))
                .toArray(LocalDate[]::new),
            run.date());
    Days days = new Days(run);
    return writer.charge(run, due, (account, sheet) -> charge(run, days, window, account, sheet));
  }

  /** The day after the last charged one, else the first one ever charged (S2.6). */
  static LocalDate firstOpenDay(PolicyPack pack, SubscriptionSnapshot subscription) {
    LocalDate through = subscription.chargedThrough();
    return through != null
        ? through.plusDays(1)
        : DailyPricing.firstChargedDay(pack, subscription.activatedOn());
  }

  private static void charge(
      RunContext run, Days days, UsageWindow window, DueAccount account, ChargeSheet sheet) {
    DueAccount now = account;
    LocalDate day = firstOpenDay(run.pack(), account.subscription());
    while (!day.isAfter(run.date())) {
      PolicyPack pack = days.pack(day);
      ChargeOutcome outcome = price(pack, now, window, day);
      if (outcome instanceof Charged charged) {
        sheet.due(now, day, pack, charged.lines());
        now = now.charged(day, charged.carry());
      } else if (outcome instanceof ChargeOutcome.Parked parked) {
        sheet.park(account, parked.code(), day + ": " + parked.detail());
        break;
      } else {
        break;
      }
      day = day.plusDays(1);
    }
    if (now != account) {
      sheet.charged(now);
    }
  }

  private static ChargeOutcome price(
      PolicyPack pack, DueAccount account, UsageWindow window, LocalDate day) {
    SubscriptionSnapshot subscription = account.subscription();
    return ChargeWriter.guarded(
        () ->
            DailyPricing.charge(
                pack, subscription, window.on(subscription.id(), day), day, account.language()));
  }

  /** The policy of each day of one chunk; nearly always only that of the run. */
  private final class Days {
    private final RunContext run;
    private final Map<LocalDate, PolicyPack> packs = new HashMap<>(2);

    Days(RunContext run) {
      this.run = run;
      packs.put(run.date(), run.pack());
    }

    PolicyPack pack(LocalDate day) {
      return packs.computeIfAbsent(day, d -> policies.inForce(run.pack().code(), d));
    }
  }
}
