package org.kontor.domain.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.kontor.domain.ledger.Buckets;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.timeline.Event.Item;
import org.kontor.domain.timeline.Event.Kind;
import org.kontor.domain.timeline.Event.Reason;

/**
 * The account as it stands at the moment that the walk has reached, and what happened until then.
 */
final class Future {

  final Account account;
  final ZoneId zone;
  final List<Course> courses = new ArrayList<>();
  final List<Account.Owed> owed;
  final List<Event> events = new ArrayList<>();
  private final PriorityQueue<Alarm> alarms =
      new PriorityQueue<>(Comparator.comparing(Alarm::at).thenComparing(Alarm::order));
  Buckets balance;
  Instant now;

  Future(Account account) {
    this.account = account;
    zone = account.zone();
    owed = new ArrayList<>(account.owed());
    balance = account.balance();
    now = account.now();
    account.holdings().forEach(holding -> courses.add(new Course(holding)));
  }

  /** Something that is to be done at a moment, after the runs of that moment. */
  private record Alarm(Instant at, int order, Runnable act) {}

  void at(Instant moment, Runnable act) {
    alarms.add(new Alarm(moment, alarms.size(), act));
  }

  /** When the next alarm rings; null when none will. */
  Instant nextAlarm() {
    return alarms.isEmpty() ? null : alarms.peek().at();
  }

  void ring() {
    alarms.remove().act().run();
  }

  PolicyPack pack(LocalDate day) {
    return account.policies().apply(day);
  }

  PolicyPack pack() {
    return pack(today());
  }

  LocalDate today() {
    return LocalDate.ofInstant(now, zone);
  }

  Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  Money total() {
    return balance.total();
  }

  /** Something that happens now, with nothing but its reason. */
  void happens(Kind kind, LocalDate day, Course course, Reason because, Map<String, String> facts) {
    happens(kind, day, course, null, because, facts, List.of());
  }

  void happens(
      Kind kind,
      LocalDate day,
      Course course,
      Money amount,
      Reason because,
      Map<String, String> facts,
      List<Item> items) {
    long subscription = course == null ? 0 : course.id;
    events.add(
        new Event(
            kind, now, day, subscription, amount, total(), 0, Map.of(), because, facts, items));
  }

  Reason because(LocalDate day, String... rules) {
    return new Reason(List.of(rules), pack(day).id(), "");
  }

  /** What could not be computed is said once, not every day. */
  void parked(Course course, LocalDate day, String code, String detail) {
    if (!course.parked.equals(code)) {
      course.parked = code;
      happens(Kind.PARKED, day, course, because(day), Map.of("code", code, "detail", detail));
    }
  }
}
