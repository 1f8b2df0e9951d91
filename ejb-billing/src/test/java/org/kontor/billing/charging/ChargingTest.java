package org.kontor.billing.charging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.billing.bulk.control.ChunkWork.ChunkResult;
import org.kontor.billing.usage.boundary.FactReceipt.State;
import org.kontor.billing.usage.boundary.NewFact;
import org.kontor.billing.usage.control.FactRecorder.Answer;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.rules.Proves;

/** Charging on a real PostgreSQL: runs, catch-up, facts, corrections. */
class ChargingTest {

  private static final LocalDate FIRST = LocalDate.parse("2026-06-01");

  @TempDir static Path folder;
  private static ChargedBook book;
  private static PolicyPack intrum;
  private static PolicyPack carry;
  private static PolicyPack kabinet;

  @BeforeAll
  static void open() {
    book = new ChargedBook(folder);
    intrum = book.vendor("intrum", "intrum", "", "");
    carry = book.vendor("intrum", "carry", "dailyRounding: EACH_LINE", "dailyRounding: CARRY");
    kabinet = book.vendor("kabinet", "kabinet", "", "");
    book.database.commit();
  }

  @BeforeEach
  void anew() {
    // Each test has its own customers; only the runs' memory is shared
    book.sql.update("update run_watermark set done_through = '2026-01-01'");
    book.sql.update("update subscription set state = 'DELETED'");
    book.database.commit();
    book.now = Instant.parse("2026-06-01T09:00:00Z");
  }

  @AfterEach
  void end() {
    book.database.rollback();
  }

  @AfterAll
  static void close() throws IOException {
    book.close();
  }

  @Test
  @Proves({"S2.5", "S2.10", "S2.15"})
  void S2_10_days_are_charged_in_order_each_under_its_own_date() {
    long customer = book.customer(intrum, "300.00");
    long crm = book.subscription(intrum, customer, "crm", FIRST);
    book.fact(crm, "headcount", "1", "2026-06-01T08:00:00Z", 5);
    book.now = Instant.parse("2026-06-10T09:00:00Z");
    book.fact(crm, "headcount", "2", "2026-06-03T08:00:00Z", 8);

    ChunkResult dry = book.run(book.daily, intrum, FIRST.plusDays(2), true);
    assertThat(dry.totalMinor()).isEqualTo(9967 + 9967 + 16633);
    assertThat(book.charges(crm)).isEmpty();
    ChunkResult real = book.run(book.daily, intrum, FIRST.plusDays(2), false);
    assertThat(real).isEqualTo(dry);
    ChunkResult again = book.run(book.daily, intrum, FIRST.plusDays(2), false);
    assertThat(again.lines()).isZero();

    assertThat(book.charges(crm))
        .containsExactly("2026-06-01 crm 99.67", "2026-06-02 crm 99.67", "2026-06-03 crm 166.33");
    assertThat(book.balance(customer)).isEqualTo("-65.67");
    assertThat(book.told("balance.exhausted")).containsOnlyOnce(customer + ":2026-06-03");
    book.run(book.daily, intrum, FIRST.plusDays(3), false);
    assertThat(book.told("balance.exhausted"))
        .filteredOn(key -> key.startsWith(customer + ":"))
        .hasSize(1);
  }

  @Test
  void a_low_balance_is_told_once_for_each_time_that_a_charge_takes_it_there() {
    long customer = book.customer(intrum, "300.00");
    book.alert(customer, 15000);
    long crm = book.subscription(intrum, customer, "crm", FIRST);
    book.fact(crm, "headcount", "1", "2026-06-01T08:00:00Z", 5);
    book.run(book.daily, intrum, FIRST, false);
    assertThat(book.told("balance.low")).as("200.33 is enough").isEmpty();
    book.run(book.daily, intrum, FIRST.plusDays(3), false);
    assertThat(book.told("balance.low")).containsExactly(customer + ":2026-06-02");
    book.topUp(intrum, customer, "300.00");
    book.run(book.daily, intrum, FIRST.plusDays(5), false);
    assertThat(book.told("balance.low"))
        .containsExactly(customer + ":2026-06-02", customer + ":2026-06-05");
  }

  @Test
  @Proves({"S2.9", "S2.12"})
  void S2_12_golden_3_in_the_book_in_both_roundings() {
    for (PolicyPack pack : List.of(intrum, carry)) {
      long customer = book.customer(pack, "10000.00");
      LocalDate march = LocalDate.parse("2026-03-01");
      long crm = book.subscription(pack, customer, "crm", march);
      for (int i = 0; i < 31; i++) {
        book.run(book.daily, pack, march.plusDays(i), false);
      }
      assertThat(book.balance(customer)).isEqualTo(pack == carry ? "6910.33" : "6910.23");
      assertThat(book.charges(crm)).hasSize(31);
      book.explanations(crm)
          .forEach((why, amount) -> assertThat(why.recompute()).isEqualByComparingTo(amount));
    }
  }

  @Test
  @Proves({"S2.7", "S2.11"})
  void S2_11_facts_are_taken_once_in_any_order() {
    long customer = book.customer(intrum, "0.00");
    long crm = book.subscription(intrum, customer, "crm", FIRST);
    Random random = new Random(7);
    List<NewFact> facts = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Instant at = Instant.parse("2026-05-31T21:00:00Z").plusSeconds(300L * i);
      facts.add(new NewFact(crm, "headcount", "h" + i, at, 1L + random.nextInt(30), null, null));
      facts.add(new NewFact(crm, "sms", "s" + i, at, 3L, null, false));
    }
    facts.set(
        398, new NewFact(crm, "headcount", "last", at("2026-06-01T20:59:59Z"), 4L, null, null));
    book.now = Instant.parse("2026-06-02T09:00:00Z");
    Collections.shuffle(facts, random);
    for (int i = 0; i < facts.size(); i += 100) {
      book.facts.record(facts.subList(i, i + 100));
    }
    List<Answer> again = book.facts.record(facts);
    assertThat(again).allMatch(answer -> answer.receipt().state() == State.REPLAYED);
    book.run(book.daily, intrum, FIRST, false);
    assertThat(book.charges(crm))
        .containsExactly("2026-06-01 crm 99.67", "2026-06-01 usage:sms 1410.00");
  }

  @Test
  @Proves("S2.5")
  void S2_5_late_counters_and_corrected_states_are_lines_of_their_own() {
    for (PolicyPack pack : List.of(intrum, carry)) {
      book.now = Instant.parse("2026-06-01T09:00:00Z");
      long customer = book.customer(pack, "10000.00");
      long crm = book.subscription(pack, customer, "crm", FIRST);
      book.fact(crm, "headcount", "a", "2026-06-01T08:00:00Z", 5);
      book.now = Instant.parse("2026-06-04T09:00:00Z");
      book.fact(crm, "headcount", "b", "2026-06-03T08:00:00Z", 12);
      for (int i = 0; i < 3; i++) {
        book.run(book.daily, pack, FIRST.plusDays(i), false);
      }
      Answer closed = book.fact(crm, "sms", "x", "2026-06-02T08:00:00Z", 10);
      assertThat(closed.problem().code()).isEqualTo(ProblemCode.DAY_CLOSED);
      assertThat(book.fact(crm, "sms", "x", "2026-06-02T08:00:00Z", 10, true).receipt().chargedOn())
          .isEqualTo("2026-06-04");
      assertThat(book.fact(crm, "sms", "x", "2026-06-02T08:00:00Z", 10, true).receipt().state())
          .isEqualTo(State.REPLAYED);
      // 8 people since the first morning: the second day carried the wrong value too
      book.fact(crm, "headcount", "c", "2026-06-01T08:00:00Z", 8, true);
      book.run(book.daily, pack, FIRST.plusDays(3), false);

      assertThat(book.charges(crm))
          .contains("2026-06-04 late:sms:2026-06-02 23.50")
          .anyMatch(charge -> charge.startsWith("2026-06-04 correction:crm:2026-06-01 66.6"))
          .anyMatch(charge -> charge.startsWith("2026-06-04 correction:crm:2026-06-02 66.6"))
          .hasSize(7);
      book.fact(crm, "headcount", "d", "2026-06-01T08:00:00Z", 5, true);
      book.explanations(crm)
          .forEach((why, amount) -> assertThat(why.recompute()).isEqualByComparingTo(amount));
      long charged =
          book.sql
              .one(
                  row -> row.getLong(1),
                  "select sum(amount_minor)::bigint from charge where subscription_id = ?",
                  crm)
              .orElseThrow();
      // 2 × 2990 + 2 × 8990 thirtieths and the SMS, as if it had been right from the start
      assertThat(charged).isEqualTo(pack == carry ? 79867 + 2350 : 79868 + 2350);
    }
  }

  @Test
  @Proves({"S3.22", "S3.25", "S3.26"})
  void S3_22_months_are_settled_on_the_first_and_caught_up_under_their_own() {
    long customer = book.customer(kabinet, "100.00");
    LocalDate april = LocalDate.parse("2026-04-10");
    long base = book.subscription(kabinet, customer, "base", april);
    book.component(customer, base, "integration-prom", "2026-04-10", "2026-05-03");
    book.fact(base, "messages", "m", "2026-05-20T08:00:00Z", 1500);
    book.now = Instant.parse("2026-06-02T09:00:00Z");

    assertThat(book.forecast.open(kabinet, new long[] {base}, FIRST).lines())
        .extracting(line -> line.amount().toPlainString())
        .containsExactly("19.00");
    book.run(book.settlement, kabinet, FIRST, false);
    assertThat(book.charges(base))
        .containsExactly(
            "2026-05-01 base 19.00",
            "2026-05-01 integration-prom 5.00",
            "2026-06-01 base 19.00",
            "2026-06-01 integration-prom 5.00",
            "2026-06-01 usage:messages 5.00");
    assertThat(book.balance(customer)).isEqualTo("47.00");

    Answer late = book.fact(base, "messages", "n", "2026-05-31T08:00:00Z", 100);
    assertThat(late.problem().code()).isEqualTo(ProblemCode.DAY_CLOSED);
    book.fact(base, "messages", "n", "2026-05-31T08:00:00Z", 100, true);
    book.now = Instant.parse("2026-07-02T09:00:00Z");
    book.run(book.settlement, kabinet, LocalDate.parse("2026-07-01"), false);
    assertThat(book.charges(base))
        .endsWith("2026-07-01 base 19.00", "2026-07-01 late:messages:2026-05-01 1.00");
  }

  @Test
  void a_damaged_account_is_parked_and_hinders_nobody() {
    long customer = book.customer(intrum, "0.00");
    long good = book.subscription(intrum, customer, "crm", FIRST);
    long bad = book.subscription(intrum, customer, "crm", FIRST);
    book.sql.update("update subscription set plan_code = 'gone' where id = ?", bad);
    ChunkResult result = book.run(book.daily, intrum, FIRST, false);
    assertThat(result.documents()).isEqualTo(1);
    assertThat(result.parked()).hasSize(1);
    assertThat(result.parked().get(0).code()).isEqualTo("UNKNOWN_PLAN");

    book.sql.update("update subscription set plan_code = 'crm' where id = ?", bad);
    book.run(book.daily, intrum, FIRST.plusDays(1), false);
    assertThat(book.charges(bad)).hasSize(2).isEqualTo(book.charges(good));
  }

  @Test
  @Proves("S2.6")
  void what_cannot_be_is_refused_one_by_one() {
    long customer = book.customer(intrum, "0.00");
    long crm = book.subscription(intrum, customer, "crm", FIRST);
    List<Answer> answers =
        book.facts.record(
            List.of(
                new NewFact(crm, "headcount", "1", at("2026-06-01T08:00:00Z"), 5L, null, null),
                new NewFact(crm, "cats", "1", at("2026-06-01T08:00:00Z"), 5L, null, null),
                new NewFact(-1L, "sms", "1", at("2026-06-01T08:00:00Z"), 5L, null, null),
                new NewFact(crm, "sms", "1", at("2026-06-01T10:00:00Z"), 5L, null, null),
                new NewFact(crm, "sms", null, at("2026-06-01T08:00:00Z"), 5L, null, null),
                new NewFact(crm, "headcount", "1", at("2026-06-01T08:00:00Z"), 5L, null, null),
                new NewFact(crm, "headcount", "1", at("2026-06-01T08:00:00Z"), 6L, null, null)));
    assertThat(answers)
        .extracting(a -> a.problem() == null ? a.receipt().state() : a.problem().code())
        .containsExactly(
            State.RECORDED,
            ProblemCode.UNKNOWN_METRIC,
            ProblemCode.NOT_FOUND,
            ProblemCode.IN_THE_FUTURE,
            ProblemCode.MISSING_VALUE,
            State.REPLAYED,
            ProblemCode.IDEMPOTENCY_KEY_REUSED);
  }

  @Test
  @Proves({"S2.5", "S2.7"})
  void S2_7_facts_sent_by_four_at_once_while_the_day_closes_are_charged_once() throws Exception {
    long customer = book.customer(intrum, "0.00");
    long crm = book.subscription(intrum, customer, "crm", FIRST);
    book.now = Instant.parse("2026-06-02T09:00:00Z");
    book.database.commit();
    List<Callable<Integer>> senders = new ArrayList<>();
    for (int sender = 0; sender < 4; sender++) {
      int shift = sender * 13;
      senders.add(
          () -> {
            int recorded = 0;
            for (int i = 0; i < 50; i++) {
              String key = "k" + (i + shift) % 50;
              Answer answer = book.fact(crm, "sms", key, "2026-06-01T08:00:00Z", 1, true);
              recorded += answer.receipt().state() == State.RECORDED ? 1 : 0;
            }
            return recorded;
          });
    }
    senders.add(
        () -> {
          book.run(book.daily, intrum, FIRST, false);
          return 0;
        });
    ExecutorService pool = Executors.newFixedThreadPool(5);
    int recorded = 0;
    for (Future<Integer> sender : pool.invokeAll(senders)) {
      recorded += sender.get();
    }
    pool.shutdown();
    assertThat(recorded).isEqualTo(50);

    book.run(book.daily, intrum, FIRST.plusDays(1), false);
    long sms =
        book.sql
            .one(
                row -> row.getLong(1),
                "select sum(quantity)::bigint from charge where subscription_id = ?"
                    + " and item_code like '%sms%'",
                crm)
            .orElseThrow();
    assertThat(sms).isEqualTo(50);
  }

  private static Instant at(String moment) {
    return Instant.parse(moment);
  }
}
