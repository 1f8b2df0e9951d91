package org.kontor.domain.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.kontor.domain.access.AccessDecision;
import org.kontor.domain.customer.Role;
import org.kontor.domain.model.Happening.Kind;
import org.kontor.domain.policy.AccessStage.Effect;

/** Runs a history through the model and the product, and compares wherever something can change. */
final class Trial {

  private static final Role[] AUDIENCES = {Role.MAIN_ADMINISTRATOR, Role.ADMINISTRATOR, Role.STAFF};

  /** Days within which the next change is compared. */
  private static final int HORIZON = 45;

  private final History history;
  private final ModelDays days;
  private final LadderModel model;
  private final Product product;
  private final int askAt;
  private long asked;
  private boolean restricted;

  private Trial(History history, ModelDays days, ModelCalendar calendar, int askAt) {
    this.history = history;
    this.days = days;
    this.askAt = askAt;
    model =
        new LadderModel(
            history.ladder(),
            history.reading(),
            days,
            calendar,
            history.firstDay(),
            history.balance());
    product = new Product(history.ladder(), history.reading(), days, calendar, history.balance());
  }

  /**
   * @param differs what differs first, or empty
   * @param restricted whether anybody was restricted at all
   */
  record Outcome(Optional<String> differs, boolean restricted) {}

  static Outcome run(History history, ModelDays[] zones, ModelCalendar[] calendars) {
    int askAt = history.firstDay() & 7;
    Trial trial = new Trial(history, zones[history.zone()], calendars[history.calendar()], askAt);
    Optional<String> differs = trial.run();
    return new Outcome(differs, trial.restricted);
  }

  private Optional<String> run() {
    int next = 0;
    for (int day = history.firstDay(); day <= history.lastDay(); day++) {
      long begin = days.begin(day);
      long end = days.begin(day + 1);
      LocalDate date = ModelDays.date(day);
      Effect[] yesterday = day == history.firstDay() ? null : model.effects(begin - 1);
      model.midnight(day);
      if (yesterday != null && yesterday != model.effects(begin)) {
        Optional<String> early = differs(begin - 1, yesterday);
        if (early.isPresent()) {
          return early;
        }
      }
      product.midnight(date);
      long now = begin;
      while (now < end) {
        while (next < history.happenings().size() && history.happenings().get(next).at() <= now) {
          Optional<String> refusal = apply(history.happenings().get(next++), date);
          if (refusal.isPresent()) {
            return refusal;
          }
        }
        Optional<String> here = compare(now);
        if (here.isPresent()) {
          return here;
        }
        long then = end;
        if (next < history.happenings().size()) {
          then = Math.min(then, history.happenings().get(next).at());
        }
        for (long wake : model.wakes()) {
          if (wake > now && wake < then) {
            then = wake;
          }
        }
        if (then - 1 > now && (then < end || (day & 3) == 0)) {
          Optional<String> before = compare(then - 1);
          if (before.isPresent()) {
            return before;
          }
        }
        now = then;
      }
    }
    return Optional.empty();
  }

  private Optional<String> apply(Happening what, LocalDate today) {
    Happening exact = what;
    if (what.kind() == Kind.PAYMENT && what.amount() < 0) {
      long owed = model.owed();
      long sum =
          what.amount() == History.ALL_THAT_IS_OWED
              ? owed
              : what.amount() == History.ONE_LESS ? owed - 1 : owed + 1;
      if (sum <= 0) {
        return Optional.empty();
      }
      exact = new Happening(what.at(), what.kind(), sum, what.day());
    }
    boolean byModel = model.happens(exact);
    boolean byProduct = product.happens(exact, today);
    asked++;
    if (byModel != byProduct) {
      return Optional.of(
          exact + ": the model " + word(byModel) + ", the product " + word(byProduct));
    }
    if (asked == askAt) {
      return compareNext(what.at());
    }
    return Optional.empty();
  }

  private Optional<String> compare(long second) {
    return differs(second, model.effects(second));
  }

  private Optional<String> differs(long second, Effect[] expected) {
    restricted |= expected[2] != Effect.FULL || expected[0] != Effect.FULL;
    Effect[] found = product.effects(second, second);
    if (Arrays.equals(expected, found)) {
      return Optional.empty();
    }
    return Optional.of(
        Instant.ofEpochSecond(second).atZone(days.zone())
            + ": the rules say "
            + Arrays.toString(expected)
            + ", the product "
            + Arrays.toString(found));
  }

  /** When it changes next for one audience, if nothing happens. */
  private Optional<String> compareNext(long second) {
    int audience = (int) Math.floorMod(second, 3);
    long expected = model.nextChange(second, audience, HORIZON);
    AccessDecision decision = product.decide(AUDIENCES[audience], second);
    long found = decision.until() == null ? -1 : decision.until().getEpochSecond();
    if (found > second + (HORIZON - 2) * 86_400L) {
      found = -1;
    }
    if (expected > second + (HORIZON - 2) * 86_400L) {
      expected = -1;
    }
    if (expected == found) {
      return Optional.empty();
    }
    return Optional.of(
        Instant.ofEpochSecond(second).atZone(days.zone())
            + ": for "
            + AUDIENCES[audience]
            + " the rules say the next change is at "
            + words(expected)
            + ", the product "
            + words(found));
  }

  private String words(long second) {
    return second < 0 ? "no time" : Instant.ofEpochSecond(second).atZone(days.zone()).toString();
  }

  private static String word(boolean taken) {
    return taken ? "takes it" : "refuses it";
  }
}
