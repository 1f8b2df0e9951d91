package org.kontor.domain.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.kontor.domain.model.IdleModel.Step;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.RetentionPolicy.CancelledBy;
import org.kontor.domain.policy.RetentionPolicy.Inactivity;
import org.kontor.domain.retention.CaseProgress;
import org.kontor.domain.retention.CaseStep;
import org.kontor.domain.retention.Countdown;
import org.kontor.domain.retention.Idleness;
import org.kontor.domain.retention.LifeFacts;
import org.kontor.domain.retention.Notice;
import org.kontor.domain.retention.Restoration;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;

/** The product's side of the same account: its facts, and its functions asked. */
final class IdleProduct {

  private static final Currency MONEY = Currency.getInstance("USD");
  private static final Inactivity POLICY =
      new Inactivity(
          40,
          30,
          true,
          true,
          false,
          List.of(10, 3, 1),
          true,
          Set.of(CancelledBy.BUTTON, CancelledBy.TOP_UP),
          Set.of("MAIN_ADMINISTRATOR", "ADMINISTRATOR"),
          30,
          20,
          false,
          false,
          true);

  private final Idleness idleness = new Idleness(POLICY);
  private final LocalDate created;
  private LocalDate lastLogin;
  private LocalDate quietUntil;
  private long balance;
  private CaseProgress progress;
  private LocalDate deletedOn;
  private LocalDate purgedOn;

  IdleProduct(int created, long balance) {
    this.created = ModelDays.date(created);
    this.balance = balance;
  }

  void charge(long fee, int day) {
    balance -= fee;
    look(day);
  }

  void login(int day) {
    lastLogin = ModelDays.date(day);
    look(day);
  }

  void topUp(long sum, int day) {
    balance += sum;
    look(day);
  }

  boolean cancel(int day) {
    if (progress == null) {
      return false;
    }
    progress = null;
    quietUntil = ModelDays.date(day).plusDays(POLICY.quietDays());
    return true;
  }

  LocalDate deletesOn(int day) {
    return progress.deletesOn(ModelDays.date(day));
  }

  boolean announced() {
    return progress != null;
  }

  boolean restorable(int day) {
    return deletedOn != null && Restoration.inTime(ModelDays.date(day), purgedOn);
  }

  Step midnight(int day) {
    LocalDate today = ModelDays.date(day);
    if (deletedOn != null) {
      return today.equals(purgedOn) ? Step.PURGE : Step.NOTHING;
    }
    look(day);
    if (progress == null && idleness.announceable(facts(), today)) {
      progress = CaseProgress.begin(Countdown.inactivity(POLICY, today));
    }
    if (progress == null) {
      return Step.NOTHING;
    }
    CaseStep step = progress.on(today);
    if (step instanceof CaseStep.Tell tell) {
      List<Notice> notices = new ArrayList<>(progress.notices());
      notices.add(new Notice(tell.daysLeft(), today, null));
      progress = new CaseProgress(progress.countdown(), notices);
      return tell.daysLeft() == 10
          ? Step.TELL_10
          : tell.daysLeft() == 3 ? Step.TELL_3 : Step.TELL_1;
    }
    if (step instanceof CaseStep.Delete) {
      deletedOn = today;
      purgedOn = progress.countdown().purgedOn(today);
      progress = null;
      return Step.DELETE;
    }
    return Step.NOTHING;
  }

  void accepted(int day) {
    List<Notice> notices = new ArrayList<>(progress.notices());
    Notice last = notices.remove(notices.size() - 1);
    notices.add(new Notice(last.daysLeft(), last.toldOn(), ModelDays.date(day)));
    progress = new CaseProgress(progress.countdown(), notices);
  }

  private void look(int day) {
    if (progress != null && idleness.ended(facts(), ModelDays.date(day), false).isPresent()) {
      progress = null;
    }
  }

  private LifeFacts facts() {
    return new LifeFacts(
        State.ACTIVE,
        created,
        lastLogin,
        Money.ofMinor(balance, MONEY),
        false,
        false,
        false,
        quietUntil);
  }
}
