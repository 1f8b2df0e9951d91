package org.kontor.billing.usage.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kontor.billing.usage.boundary.FactReceipt;
import org.kontor.billing.usage.boundary.FactReceipt.State;
import org.kontor.billing.usage.boundary.NewFact;
import org.kontor.billing.usage.control.FactRow.DayKey;
import org.kontor.billing.usage.control.FactRow.Key;
import org.kontor.billing.usage.control.FactStore.KnownFact;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.time.BusinessClock;
import org.kontor.domain.usage.FactAdmission;

/**
 * Records facts as a set: what was known is answered again, what may not be is refused one by one,
 * the rest is inserted and folded into its days. Days already charged are handed on to be
 * corrected.
 */
@ApplicationScoped
public class FactRecorder {

  private final FactStore facts;
  private final DayStore days;
  private final FactCheck check;
  private final UsageBook book;
  private final ClosedDayCorrected closedDays;
  private final BusinessClock clock;

  @Inject
  public FactRecorder(
      FactStore facts,
      DayStore days,
      FactCheck check,
      UsageBook book,
      ClosedDayCorrected closedDays,
      BusinessClock clock) {
    this.facts = facts;
    this.days = days;
    this.check = check;
    this.book = book;
    this.closedDays = closedDays;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected FactRecorder() {
    this(null, null, null, null, null, null);
  }

  /**
   * What became of one fact.
   *
   * @param receipt null when refused
   * @param problem null when taken
   */
  public record Answer(FactReceipt receipt, Problem problem) {}

  /** Answers in the order of the facts. */
  public List<Answer> record(List<NewFact> said) {
    Instant now = clock.now();
    Answer[] answers = new Answer[said.size()];
    Map<Key, Integer> firsts = new HashMap<>(said.size() * 2);
    boolean corrects = false;
    for (int i = 0; i < answers.length; i++) {
      NewFact fact = said.get(i);
      Problem missing = FactCheck.shape(fact);
      if (missing != null) {
        answers[i] = new Answer(null, missing);
      } else {
        // Of the same fact sent plain and as a correction in one call, the correction can be taken
        firsts.merge(
            key(fact), i, (a, b) -> corrects(said.get(a)) ? a : corrects(said.get(b)) ? b : a);
        corrects |= corrects(fact);
      }
    }
    Map<Long, FactOwner> owners = facts.owners(subscriptions(firsts.keySet()), corrects);
    Map<Key, KnownFact> known = new HashMap<>(facts.known(firsts.keySet()));
    List<FactRow> rows = new ArrayList<>();
    firsts.forEach(
        (key, i) -> {
          FactOwner owner = owners.get(key.subscriptionId());
          if (known.containsKey(key) && check.visible(owner)) {
            answers[i] = again(said.get(i), key, known.get(key));
          } else {
            FactCheck.Checked checked = check.admit(said.get(i), key, owner, now);
            answers[i] = new Answer(null, checked.problem());
            if (checked.row() != null) {
              rows.add(checked.row());
            }
          }
        });
    refuseTooMuch(rows, firsts, answers);
    store(said, rows, firsts, answers, now);
    repeat(said, firsts, answers);
    return Arrays.asList(answers);
  }

  /**
   * Takes out what would take back more than its day counts, and what no day truly counts; the
   * subscriptions are held. Calls at the same time that add to one day do not see each other here:
   * the bound is against faults, and the next fact is refused.
   */
  private void refuseTooMuch(List<FactRow> rows, Map<Key, Integer> firsts, Answer[] answers) {
    Map<DayKey, Long> counted =
        days.totals(rows.stream().filter(row -> !row.gauge()).map(FactRow::day).toList());
    rows.removeIf(
        row -> {
          Problem problem = row.gauge() ? null : tooMuch(row, counted);
          if (problem != null) {
            answers[firsts.get(row.key())] = new Answer(null, problem);
          }
          return problem != null;
        });
  }

  private static Problem tooMuch(FactRow row, Map<DayKey, Long> counted) {
    DayKey key = row.day();
    long before = counted.getOrDefault(key, 0L);
    Problem problem =
        (row.quantity() < 0
                ? FactAdmission.takingBack(row.quantity(), before, key.day())
                : FactAdmission.adding(row.metric(), row.quantity(), before, key.day()))
            .orElse(null);
    if (problem == null) {
      counted.put(key, before + row.quantity());
    }
    return problem;
  }

  private void store(
      List<NewFact> said,
      List<FactRow> rows,
      Map<Key, Integer> firsts,
      Answer[] answers,
      Instant now) {
    if (rows.isEmpty()) {
      return;
    }
    rows.sort(FactRow.ORDER);
    Set<Key> inserted = facts.insert(rows, now);
    if (inserted.size() < rows.size()) {
      List<Key> raced =
          rows.stream().map(FactRow::key).filter(key -> !inserted.contains(key)).toList();
      facts
          .known(raced)
          .forEach((key, k) -> answers[firsts.get(key)] = again(said.get(firsts.get(key)), key, k));
    }
    List<FactRow> fresh = rows.stream().filter(row -> inserted.contains(row.key())).toList();
    for (FactRow row : fresh) {
      answers[firsts.get(row.key())] =
          new Answer(
              receipt(State.RECORDED, row.key(), row.taken().day(), row.taken().chargedOn()), null);
    }
    fold(fresh);
  }

  /** New facts add to their days, but a day with corrections is made anew from all its facts. */
  private void fold(List<FactRow> fresh) {
    List<FactRow> plain = new ArrayList<>(fresh);
    plain.removeIf(FactRow::reopens);
    List<DayKey> gauges =
        plain.stream().filter(FactRow::gauge).map(FactRow::day).distinct().sorted().toList();
    Set<DayKey> anew = gauges.isEmpty() ? Set.of() : days.corrected(gauges);
    days.fold(plain.stream().filter(row -> !anew.contains(row.day())).toList());
    days.refold(anew.stream().sorted().toList());
    Map<DayKey, FactRow> reopened = new TreeMap<>();
    fresh.stream().filter(FactRow::reopens).forEach(row -> reopened.put(row.day(), row));
    reopened.forEach(this::correct);
  }

  private void correct(DayKey key, FactRow row) {
    var before =
        days.figures(
            key.subscriptionId(), key.metric(), key.day(), row.taken().chargedOn().minusDays(1));
    days.refold(List.of(key));
    closedDays.corrected(
        new ClosedDay(
            row.owner().vendor(),
            row.owner().customerId(),
            key.subscriptionId(),
            key.metric(),
            key.day(),
            row.taken().chargedOn(),
            book.carriedIn(key.subscriptionId(), new String[] {key.metric()}, key.day())
                .get(key.metric()),
            before,
            days.figures(key.subscriptionId(), key.metric(), key.day(), key.day()).get(key.day())));
  }

  /** Keys that came twice in one call: the second is a repetition of the first. */
  private static void repeat(List<NewFact> said, Map<Key, Integer> firsts, Answer[] answers) {
    for (int i = 0; i < answers.length; i++) {
      if (answers[i] == null) {
        Answer first = answers[firsts.get(key(said.get(i)))];
        boolean same =
            Arrays.equals(
                FactRow.hash(said.get(i)), FactRow.hash(said.get(firsts.get(key(said.get(i))))));
        answers[i] =
            !same
                ? new Answer(null, reused())
                : first.receipt() == null ? first : new Answer(replayed(first.receipt()), null);
      }
    }
  }

  private static Answer again(NewFact fact, Key key, KnownFact known) {
    return Arrays.equals(FactRow.hash(fact), known.hash())
        ? new Answer(receipt(State.REPLAYED, key, known.day(), known.chargedOn()), null)
        : new Answer(null, reused());
  }

  private static Problem reused() {
    return Problem.of(
        ProblemCode.IDEMPOTENCY_KEY_REUSED,
        "key",
        "another fact of this subscription and metric has this key",
        "Give each fact its own key; send a fact again only unchanged.");
  }

  private static FactReceipt receipt(State state, Key key, LocalDate day, LocalDate chargedOn) {
    return new FactReceipt(
        state, key.subscriptionId(), key.metric(), key.factKey(), day, chargedOn);
  }

  private static FactReceipt replayed(FactReceipt first) {
    return new FactReceipt(
        State.REPLAYED,
        first.subscriptionId(),
        first.metric(),
        first.key(),
        first.businessDate(),
        first.chargedOn());
  }

  private static boolean corrects(NewFact fact) {
    return Boolean.TRUE.equals(fact.correction());
  }

  private static Key key(NewFact fact) {
    return new Key(fact.subscriptionId(), fact.metric(), fact.key());
  }

  private static long[] subscriptions(Set<Key> keys) {
    Set<Long> ids = new TreeSet<>();
    keys.forEach(key -> ids.add(key.subscriptionId()));
    return ids.stream().mapToLong(Long::longValue).toArray();
  }
}
