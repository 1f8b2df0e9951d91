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
    assertThat(PolicySuccession.check(null, first, LocalDate.MIN, List.of())).isEmpty();
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
    assertThat(PolicySuccession.check(first, next, OPEN, used))
        .extracting(PolicyFault::reason)
        .containsExactly(
            "The plan start is gone, but 3 customers have it",
            "The plan other has 1 subscriptions that are billed DAILY",
            "The component other/courier is gone, but 2 customers have it",
            "The product licence is gone, but 4 customers have it");
  }

  private static List<String> faults(PolicyPack last, PolicyPack next) {
    return PolicySuccession.check(last, next, OPEN, List.of()).stream()
        .map(PolicyFault::path)
        .toList();
  }

  private static PolicyPack pack(int version, LocalDate from, String currency, String plan) {
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
            List.of(),
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
