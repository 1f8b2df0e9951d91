package org.kontor.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kontor.domain.policy.PolicySuccession.InUse;
import org.kontor.domain.rules.Proves;

@Proves({"S2.2", "S4.8"})
class PolicySuccessionTest {

  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
  private static final LocalDate OPEN = LocalDate.of(2026, 4, 20);

  private final PolicyPack first = pack(1, LocalDate.of(2026, 1, 1), "RON", "start");

  @Test
  void S2_2_the_first_version_is_one() {
    assertThat(PolicySuccession.check(List.of(), first, LocalDate.MIN, List.of())).isEmpty();
    assertThat(faults(null, pack(2, MAY, "RON", "start"))).containsExactly("version");
  }

  @Test
  void S2_2_versions_count_up_by_one() {
    assertThat(faults(first, pack(2, MAY, "RON", "start"))).isEmpty();
    assertThat(faults(first, pack(3, MAY, "RON", "start"))).containsExactly("version");
  }

  @Test
  void S2_2_a_day_that_was_billed_keeps_its_rules() {
    assertThat(faults(first, pack(2, OPEN, "RON", "start"))).isEmpty();
    assertThat(faults(first, pack(2, OPEN.minusDays(1), "RON", "start")))
        .containsExactly("effectiveFrom");
    assertThat(faults(first, pack(2, first.effectiveFrom(), "RON", "start")))
        .containsExactly("effectiveFrom");
  }

  @Test
  void S2_2_the_books_keep_their_currency() {
    assertThat(faults(first, pack(2, MAY, "EUR", "start"))).containsExactly("seller.currency");
  }

  @Test
  void S4_8_what_customers_have_stays_on_the_list() {
    PolicyPack next = pack(2, MAY, "RON", "other");
    List<InUse> used =
        List.of(
            new InUse("start", Timing.MONTHLY_ADVANCE, null, 3),
            new InUse("other", Timing.DAILY, null, 1),
            new InUse("other", null, "courier", 2),
            new InUse(null, null, "licence", 4));
    assertThat(PolicySuccession.check(List.of(first), next, OPEN, used))
        .extracting(PolicyFault::reason)
        .containsExactly(
            "The plan start is gone, but 3 customers have it",
            "The plan other has 1 subscriptions that are billed DAILY",
            "The component other/courier is gone, but 2 customers have it",
            "The product licence is gone, but 4 customers have it");
  }

  private static List<String> faults(PolicyPack last, PolicyPack next) {
    return PolicySuccession.check(last == null ? List.of() : List.of(last), next, OPEN, List.of())
        .stream()
        .map(PolicyFault::path)
        .toList();
  }

  @Test
  void a_series_of_another_name_does_not_repeat_numbers_of_any_earlier_version() {
    Seller.Series old = invoices("PRM", "PRM-{yyyy}-{n:6}");
    PolicyPack one = numbered(1, LocalDate.of(2026, 1, 1), old);
    PolicyPack two = numbered(2, MAY, invoices("PRM", "F-{yyyy}-{n:4}"));
    for (String pattern : List.of("PRM-{yyyy}-{n:6}", "PRM-{yyyy}-{n}", "PRM-2{yyyy}{n:3}")) {
      PolicyPack next = numbered(3, MAY.plusMonths(1), invoices("ZZZ", pattern));
      assertThat(PolicySuccession.check(List.of(one, two), next, OPEN, List.of()))
          .extracting(PolicyFault::path)
          .as(pattern)
          .isEqualTo(pattern.contains("2{") ? List.of() : List.of("seller.series[0].pattern"));
    }
    PolicyPack kept = numbered(3, MAY.plusMonths(1), old);
    assertThat(PolicySuccession.check(List.of(one, two), kept, OPEN, List.of())).isEmpty();
  }

  @Test
  void two_series_of_a_pack_never_give_the_same_number() {
    for (String notes : List.of("A-{yyyy}-1{n:1}", "A-{yyyy}-{n:6}", "A-202{n:1}-{yyyy}")) {
      assertThat(apart("A-{yyyy}-{n:1}", notes))
          .as(notes)
          .containsExactly("seller.series[1].pattern");
    }
    assertThat(apart("A-{yyyy}-{n:1}", "A-{yyyy}-C{n:1}")).isEmpty();
    assertThat(apart("PRM-{yyyy}-{n:6}", "PRS-{yyyy}-{n:6}")).isEmpty();
  }

  private static List<String> apart(String invoices, String notes) {
    Seller.Series note = new Seller.Series("N", Seller.DocumentKind.CREDIT_NOTE, notes);
    PolicyPack pack = pack(1, MAY, "RON", "start", List.of(invoices("I", invoices), note));
    return PolicySuccession.check(List.of(), pack, LocalDate.MIN, List.of()).stream()
        .map(PolicyFault::path)
        .toList();
  }

  @Test
  void a_series_that_goes_on_counting_never_writes_a_later_count_like_an_earlier_one() {
    assertThat(goesOn("B-{yyyy}-1{n:1}", "B-{yyyy}-{n:1}"))
        .containsExactly("seller.series[0].pattern");
    assertThat(goesOn("PRM-{yyyy}-1{n:5}", "PRM-{yyyy}-{n:6}")).isNotEmpty();
    assertThat(goesOn("PRM-{yyyy}-{n:6}", "PRM-{yyyy}-{n:4}")).as("padding").isEmpty();
    assertThat(goesOn("PRM-{yyyy}-{n:6}", "PRM-{yyyy}-{n}")).as("padding").isEmpty();
    assertThat(goesOn("PRM-{yyyy}-{n:6}", "F-{yyyy}-{n:6}")).as("other letters").isEmpty();
  }

  private static List<String> goesOn(String earlier, String later) {
    PolicyPack one = numbered(1, LocalDate.of(2026, 1, 1), invoices("PRM", earlier));
    return faults(one, numbered(2, MAY, invoices("PRM", later)));
  }

  @Test
  void numbers_meet_where_digits_can_stand_for_the_same_text() {
    assertThat(NumberPattern.canMeet("A{yyyy}{n:2}", "A{yyyy}{n:5}")).isTrue();
    assertThat(NumberPattern.canMeet("A{yyyy}-{n:2}", "A2026-{n:5}")).isTrue();
    assertThat(NumberPattern.canMeet("{n}/{yyyy}", "{n:6}/{yyyy}")).isTrue();
    assertThat(NumberPattern.canMeet("{n}/{yyyy}", "{n:6}-{yyyy}")).isFalse();
    assertThat(NumberPattern.canMeet("A-{yyyy}-{n:6}", "B-{yyyy}-{n:6}")).isFalse();
    assertThat(NumberPattern.canMeet("A-{yyyy}-{n:6}", "A-{yyyy}-{n:6}S")).isFalse();
  }

  private static Seller.Series invoices(String code, String pattern) {
    return new Seller.Series(code, Seller.DocumentKind.INVOICE, pattern);
  }

  private static PolicyPack pack(int version, LocalDate from, String currency, String plan) {
    return pack(version, from, currency, plan, List.of());
  }

  private static PolicyPack numbered(int version, LocalDate from, Seller.Series series) {
    return pack(version, from, "RON", "start", List.of(series));
  }

  private static PolicyPack pack(
      int version, LocalDate from, String currency, String plan, List<Seller.Series> series) {
    Texts text = new Texts(Map.of("ro", "x"));
    Seller seller =
        new Seller(
            "x",
            "x",
            "1",
            "RO1",
            new Seller.Address("x", "x", "x", "", "RO"),
            ZoneId.of("Europe/Bucharest"),
            Currency.getInstance(currency),
            List.of("ro"),
            new Seller.Bank("x", "x", "x", "x", text),
            new Seller.Vat("S", BigDecimal.TEN, null, false),
            series,
            "x@x");
    Plan only =
        new Plan(
            plan,
            text,
            Timing.MONTHLY_ADVANCE,
            BigDecimal.TEN,
            List.of(),
            Map.of(),
            List.of(),
            List.of(),
            Plan.Deployment.SHARED);
    return new PolicyPack(
        "x",
        version,
        from,
        seller,
        new PolicyPack.Catalogue(List.of(), List.of(only), List.of()),
        billing(),
        new WalletPolicy(
            WalletPolicy.VatMode.NO_VAT_RECEIPT,
            List.of(),
            false,
            Set.of("STAFF"),
            null,
            List.of(),
            "",
            List.of("bank-transfer")),
        new TrialPolicy(14, TrialPolicy.EndAction.DELETE, 0, true, List.of()),
        new SafetyBounds(20, 200, BigDecimal.TEN, BigDecimal.ONE),
        new LaterPolicies("{}", "{}"));
  }

  private static BillingPolicy billing() {
    return new BillingPolicy(
        1,
        new BillingPolicy.Due(11, 10),
        30,
        BillingPolicy.DailyRounding.EACH_LINE,
        BillingPolicy.HeadcountReading.END_OF_DAY,
        BillingPolicy.ChangeBilling.NEXT_INVOICE,
        BillingPolicy.FirstMonth.PRO_RATA,
        true,
        false,
        true,
        false,
        0);
  }
}
