package org.kontor.billing.charging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.billing.usage.boundary.FactReceipt.State;
import org.kontor.billing.usage.control.FactRecorder.Answer;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.rules.Proves;

/**
 * Random months: facts in any order, repeated, late and corrected, runs that come late or twice. In
 * the end the customer has paid what the true facts cost. {@code -Dseed=…} repeats a failing one.
 */
class ChargingModelTest {

  private static final LocalDate FIRST = LocalDate.parse("2026-06-01");
  private static final int DAYS = 20;

  @TempDir static Path folder;
  private static ChargedBook book;
  private static PolicyPack intrum;
  private static PolicyPack carry;

  private final long seed = Long.getLong("seed", new Random().nextLong());
  private final Random random = new Random(seed);

  /** What is true: the state at each moment, and the messages sent. */
  private final NavigableMap<Instant, Long> heads = new TreeMap<>();

  private long sms;

  @BeforeAll
  static void open() {
    book = new ChargedBook(folder);
    intrum = book.vendor("intrum", "intrum", "", "");
    carry = book.vendor("intrum", "carry", "dailyRounding: EACH_LINE", "dailyRounding: CARRY");
    book.database.commit();
  }

  @AfterAll
  static void close() throws IOException {
    book.close();
  }

  @RepeatedTest(4)
  @Proves({"S2.5", "S2.7", "S2.10", "S2.11", "S2.12"})
  void S2_5_whatever_the_order_the_true_facts_are_paid_exactly_once() {
    PolicyPack pack = random.nextBoolean() ? carry : intrum;
    long customer = book.customer(pack, "1000.00");
    book.sql.update("update run_watermark set done_through = '2026-01-01'");
    book.sql.update("update subscription set state = 'DELETED'");
    long crm = book.subscription(pack, customer, "crm", FIRST);
    for (int day = 0; day < DAYS; day++) {
      book.now = noon(day).plusSeconds(3_600);
      for (int i = random.nextInt(4); i > 0; i--) {
        fact(crm, day, day + "-" + i);
      }
      if (random.nextInt(3) > 0) {
        book.run(book.daily, pack, FIRST.plusDays(day).minusDays(random.nextInt(2)), false);
      }
    }
    book.run(book.daily, pack, FIRST.plusDays(DAYS), false);

    String charged = sum(crm);
    assertThat(charged).as("%s, seed %s", pack.code(), seed).isEqualTo(expected(pack == carry));
    assertThat(new BigDecimal(book.balance(customer)))
        .as("seed %s", seed)
        .isEqualByComparingTo(new BigDecimal("1000.00").subtract(new BigDecimal(charged)));
    book.explanations(crm)
        .forEach((why, amount) -> assertThat(why.recompute()).isEqualByComparingTo(amount));
    assertThat(book.charges(crm).stream().filter(c -> c.contains(" crm ")).count())
        .isEqualTo(DAYS + 1);
  }

  /** Some fact of this day or an earlier one, sent plainly first, then as a correction. */
  private void fact(long crm, int today, String key) {
    int day = random.nextInt(3) == 0 ? random.nextInt(today + 1) : today;
    boolean counter = random.nextInt(3) == 0;
    boolean known = !counter && !heads.isEmpty() && random.nextInt(3) == 0;
    Instant at =
        known
            ? heads.keySet().stream().skip(random.nextInt(heads.size())).findFirst().orElseThrow()
            : noon(day).minusSeconds(random.nextInt(40_000));
    long quantity = random.nextInt(14);
    String metric = counter ? "sms" : "headcount";
    boolean correction = known || heads.containsKey(at);
    Answer answer = book.fact(crm, metric, key, at.toString(), quantity, correction);
    if (answer.problem() != null) {
      assertThat(answer.problem().code()).isEqualTo(ProblemCode.DAY_CLOSED);
      answer = book.fact(crm, metric, key, at.toString(), quantity, true);
    }
    assertThat(answer.receipt().state()).as("seed %s", seed).isEqualTo(State.RECORDED);
    if (counter) {
      sms += quantity;
    } else {
      heads.put(at, quantity);
    }
    if (random.nextInt(4) == 0) {
      Answer again = book.fact(crm, metric, key, at.toString(), quantity, true);
      assertThat(again.receipt().state()).isEqualTo(State.REPLAYED);
    }
  }

  private String expected(boolean carried) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal fees = BigDecimal.ZERO;
    for (int day = 0; day <= DAYS; day++) {
      var last = heads.lowerEntry(Instant.parse(FIRST.plusDays(day) + "T21:00:00Z"));
      long count = last == null ? 0 : last.getValue();
      BigDecimal fee = new BigDecimal(count <= 5 ? "2990" : count <= 10 ? "4990" : "8990");
      fees = fees.add(fee);
      sum = sum.add(fee.divide(BigDecimal.valueOf(30), 2, RoundingMode.HALF_UP));
    }
    if (carried) {
      sum = fees.divide(BigDecimal.valueOf(30), 2, RoundingMode.HALF_UP);
    }
    return sum.add(new BigDecimal("2.35").multiply(BigDecimal.valueOf(sms))).toPlainString();
  }

  private static String sum(long subscription) {
    return book.sql
        .one(
            row -> BigDecimal.valueOf(row.getLong(1), 2).toPlainString(),
            "select sum(amount_minor)::bigint from charge where subscription_id = ?",
            subscription)
        .orElseThrow();
  }

  private static Instant noon(int day) {
    return Instant.parse(FIRST.plusDays(day) + "T12:00:00Z");
  }
}
