package org.kontor.domain.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import org.kontor.domain.access.AccessDecision;
import org.kontor.domain.access.AccessFacts;
import org.kontor.domain.access.AccessSchedule;
import org.kontor.domain.access.Cause;
import org.kontor.domain.access.Debt;
import org.kontor.domain.access.Relief;
import org.kontor.domain.access.Step;
import org.kontor.domain.customer.Role;
import org.kontor.domain.model.LadderModel.Ladder;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.AccessPolicy;
import org.kontor.domain.policy.AccessStage;
import org.kontor.domain.policy.AccessStage.Effect;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.promise.PromiseQuote;
import org.kontor.domain.promise.PromiseTerms;

/**
 * The product's side of a history: the facts that its tables would hold, and its functions asked.
 * It keeps facts and decides nothing.
 */
final class Product {

  private static final Currency MONEY = Currency.getInstance("RUB");
  private static final String NAME = "model@1";

  private final Ladder ladder;
  private final AccessPolicy policy;
  private final ModelDays days;
  private final ModelCalendar calendar;

  private long balance;
  private LocalDate negativeSince;
  private Instant bookedAt;
  private LocalDate caseSince;
  private final List<Open> invoices = new ArrayList<>();
  private final List<Relief> reliefs = new ArrayList<>();
  private final List<Instant> promises = new ArrayList<>();
  private int promisesInThisDebt;
  private AccessSchedule schedule;

  private static final class Open {
    private final LocalDate due;
    private long amount;

    private Open(LocalDate due, long amount) {
      this.due = due;
      this.amount = amount;
    }
  }

  Product(Ladder ladder, Reading reading, ModelDays days, ModelCalendar calendar, long balance) {
    this.ladder = ladder;
    this.policy = ModelPolicies.of(ladder, reading);
    this.days = days;
    this.calendar = calendar;
    this.balance = balance;
  }

  /** False when a promise was refused. */
  boolean happens(Happening what, LocalDate today) {
    Instant at = Instant.ofEpochSecond(what.at());
    switch (what.kind()) {
      case CHARGE -> {
        balance -= what.amount();
        if (negativeSince == null && policy.isExhausted(money(balance))) {
          negativeSince = ModelDays.date(what.day());
          bookedAt = at;
          schedule = null;
        }
      }
      case PAYMENT -> pay(what.amount(), today);
      case INVOICE -> {
        invoices.add(new Open(ModelDays.date(what.day()), what.amount()));
        schedule = null;
      }
      case HOLD -> {
        Instant until = Instant.ofEpochSecond(what.amount());
        reliefs.add(new Relief(Cause.HOLD, at, until, "reason", List.of()));
        schedule = null;
      }
      case PROMISE -> {
        return promise(at, (int) what.amount());
      }
    }
    return true;
  }

  /** A day has begun: an invoice that became overdue opens the case. */
  void midnight(LocalDate today) {
    LocalDate before = caseSince;
    keepCase(today);
    // What alternates without end is given some weeks beyond the moment of the question
    if (before != caseSince || !policy.stageKeptUntilLifted() || policy.liftOnDaysOff()) {
      schedule = null;
    }
  }

  private void keepCase(LocalDate today) {
    List<Open> overdue =
        invoices.stream().filter(i -> i.amount > 0 && i.due.isBefore(today)).toList();
    if (overdue.isEmpty()) {
      caseSince = null;
    } else if (caseSince == null) {
      caseSince = overdue.stream().map(i -> i.due).min(Comparator.naturalOrder()).orElseThrow();
    }
  }

  private void pay(long amount, LocalDate today) {
    schedule = null;
    if (ladder == Ladder.RU || ladder == Ladder.UA) {
      balance += amount;
      if (policy.isRepaid(money(balance))) {
        negativeSince = null;
        promisesInThisDebt = 0;
        reliefs.removeIf(relief -> relief.cause() == Cause.PROMISE);
      }
      return;
    }
    long left = amount;
    for (Open invoice : invoices) {
      long used = Math.min(left, invoice.amount);
      invoice.amount -= used;
      left -= used;
    }
    keepCase(today);
  }

  private boolean promise(Instant at, int wanted) {
    boolean running =
        reliefs.stream().anyMatch(r -> r.cause() == Cause.PROMISE && at.isBefore(r.until()));
    PromiseTerms.Situation situation =
        new PromiseTerms.Situation(
            days.zone(),
            NAME,
            money(balance),
            Money.zero(MONEY),
            running,
            promisesInThisDebt,
            promises);
    try {
      PromiseQuote quote =
          new PromiseTerms(policy, situation, calendar.calendar())
              .quote(Role.MAIN_ADMINISTRATOR, wanted, at);
      reliefs.add(new Relief(Cause.PROMISE, at, quote.end(), "1", quote.skippedDays()));
      promises.add(at);
      promisesInThisDebt++;
      schedule = null;
      return true;
    } catch (Refused refused) {
      return false;
    }
  }

  Effect[] effects(long second, long asOf) {
    Step step = schedule(asOf).at(Instant.ofEpochSecond(second));
    AccessStage stage = step.stage();
    return new Effect[] {stage.mainAdministrator(), stage.administrator(), stage.staff()};
  }

  AccessDecision decide(Role role, long second) {
    return schedule(second).decide(role, Instant.ofEpochSecond(second));
  }

  private AccessSchedule schedule(long asOf) {
    if (schedule == null) {
      AccessFacts facts =
          AccessFacts.of(days.zone(), NAME, debt(), reliefs, Instant.ofEpochSecond(asOf));
      schedule = AccessSchedule.of(policy, facts, calendar.calendar());
    }
    return schedule;
  }

  private Debt debt() {
    if (ladder == Ladder.RU || ladder == Ladder.UA) {
      return negativeSince == null ? null : Debt.balance(negativeSince, bookedAt, money(balance));
    }
    LocalDate since =
        caseSince != null
            ? caseSince
            : invoices.stream()
                .filter(i -> i.amount > 0)
                .map(i -> i.due)
                .min(Comparator.naturalOrder())
                .orElse(null);
    return since == null ? null : Debt.overdue(since, "A-1", money(1));
  }

  private static Money money(long minor) {
    return Money.ofMinor(minor, MONEY);
  }
}
