package org.kontor.billing.policy.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.domain.policy.AccessPolicy;
import org.kontor.domain.policy.Plan;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Product;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.policy.WalletPolicy.BonusStep;
import org.kontor.domain.rules.Proves;

/** The five rule sets as data: each pack loads clean and says what its rules say. */
class BundledPacksTest {

  private final PolicyPack prim = PackReader.bundled("prim");
  private final PolicyPack intrum = PackReader.bundled("intrum");
  private final PolicyPack kabinet = PackReader.bundled("kabinet");
  private final PolicyPack perfectum = PackReader.bundled("perfectum");
  private final PolicyPack prestaimport = PackReader.bundled("prestaimport");

  @ParameterizedTest
  @ValueSource(strings = {"prim", "intrum", "kabinet", "perfectum", "prestaimport"})
  void a_bundled_pack_has_no_mistake(String code) {
    PackReader.Reading reading =
        PackReader.read(code + ".yaml", PackReader.bundledSource(code), null);
    assertThat(reading.errors()).isEmpty();
    assertThat(reading.pack().code()).isEqualTo(code);
    assertThat(reading.pack().version()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"prim", "intrum", "kabinet", "perfectum", "prestaimport"})
  void a_pack_can_be_loaded_under_another_code(String code) {
    PolicyPack other = PackReader.require("x.yaml", PackReader.bundledSource(code), code + "-2");
    assertThat(other.id()).isEqualTo(code + "-2@1");
    assertThat(other.catalogue()).isEqualTo(PackReader.bundled(code).catalogue());
  }

  @Test
  @Proves("S1.1")
  void S1_1_the_trials_length_is_a_setting() {
    assertThat(prim.trial().days()).isEqualTo(14);
    String longer = PackReader.bundledSource("prim").replace("days: 14", "days: 45");
    assertThat(PackReader.require("prim.yaml", longer, null).trial().days()).isEqualTo(45);
  }

  @Test
  @Proves("S1.11")
  void S1_11_a_plan_is_a_base_with_quantities_switches_and_limits() {
    Plan start = prim.plan("start").orElseThrow();
    assertThat(start.limits())
        .containsEntry("crm-accounts", 1000L)
        .containsEntry("external-documents", 100L);
    assertThat(start.component("ecommerce-platforms").orElseThrow().kind())
        .isEqualTo(Plan.Component.Kind.QUANTITY);
    assertThat(start.component("courier-fan").orElseThrow().kind())
        .isEqualTo(Plan.Component.Kind.SWITCH);
    Plan.Component documents = start.component("external-documents-100").orElseThrow();
    assertThat(documents.raisesLimit()).isEqualTo("external-documents");
    assertThat(documents.raisesBy()).isEqualTo(100);
  }

  @Test
  @Proves("S1.19")
  void S1_19_an_own_managed_installation_is_a_plan_and_a_product() {
    assertThat(prim.plan("dedicated").orElseThrow().deployment())
        .isEqualTo(Plan.Deployment.DEDICATED_MANAGED);
    assertThat(prim.product("dedicated-setup")).isPresent();
  }

  @Test
  @Proves("S1.27")
  void S1_27_due_on_the_eleventh_and_at_the_earliest_ten_days_after_issue() {
    assertThat(prim.billing().invoiceDay()).isEqualTo(1);
    assertThat(prim.billing().due().dueDate(LocalDate.of(2026, 3, 1)))
        .isEqualTo(LocalDate.of(2026, 3, 11));
    assertThat(prim.billing().due().dueDate(LocalDate.of(2026, 3, 20)))
        .isEqualTo(LocalDate.of(2026, 3, 30));
  }

  @Test
  @Proves({"S2.2", "S4.8"})
  void S2_2_tariffs_are_versioned_data_with_a_date() {
    assertThat(intrum.id()).isEqualTo("intrum@1");
    assertThat(intrum.effectiveFrom()).isEqualTo(LocalDate.of(2024, 1, 1));
    assertThat(perfectum.product("support-hour").orElseThrow().price())
        .isEqualByComparingTo("1400.00");
  }

  @Test
  @Proves("S2.1")
  void S2_1_what_the_fee_includes_is_never_a_separate_charge() {
    assertThat(intrum.catalogue().products()).isEmpty();
    assertThat(intrum.plan("crm").orElseThrow().components())
        .extracting(Plan.Component::code)
        .containsExactly("owners-base", "virtual-pbx");
  }

  @Test
  @Proves("S2.8")
  void S2_8_a_tier_has_one_fee_for_the_whole_band_and_the_last_is_open_ended() {
    Plan crm = intrum.plan("crm").orElseThrow();
    assertThat(crm.timing()).isEqualTo(Timing.DAILY);
    assertThat(crm.tiers().get(0))
        .isEqualTo(new Plan.PriceTier("1-5", 5, new BigDecimal("2990.00")));
    assertThat(crm.tiers().get(1))
        .isEqualTo(new Plan.PriceTier("6-10", 10, new BigDecimal("4990.00")));
    assertThat(crm.tiers().get(crm.tiers().size() - 1).upTo()).isNull();
  }

  @Test
  @Proves({"S2.25", "S2.26"})
  void S2_25_any_amount_by_any_of_the_named_methods() {
    assertThat(intrum.wallet().minimumTopUp()).isNull();
    assertThat(intrum.wallet().methods())
        .containsExactly("bank-card", "e-money", "qiwi", "svyaznoy", "euroset", "bank-transfer");
  }

  @Test
  @Proves("S3.4")
  void S3_4_administrators_top_up_and_the_bonus_is_a_table() {
    assertThat(kabinet.wallet().topUpRoles())
        .containsExactlyInAnyOrder("MAIN_ADMINISTRATOR", "ADMINISTRATOR");
    assertThat(kabinet.wallet().bonus())
        .extracting(BonusStep::percent)
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(new BigDecimal(3), new BigDecimal(5), new BigDecimal(10));
    assertThat(kabinet.wallet().spendBonusFirst()).isFalse();
  }

  @Test
  @Proves("S3.28")
  void S3_28_priced_in_dollars_and_paid_in_hryvnias() {
    assertThat(kabinet.plan("base").orElseThrow().fee()).isEqualByComparingTo("19.00");
    assertThat(kabinet.seller().currency().getCurrencyCode()).isEqualTo("USD");
    assertThat(kabinet.wallet().paymentCurrencies()).extracting(Object::toString).contains("UAH");
    assertThat(kabinet.wallet().rateSource()).isEqualTo("NBU");
  }

  @Test
  @Proves("S4.38")
  void S4_38_training_can_be_ordered() {
    assertThat(perfectum.product("training-team").orElseThrow().kind())
        .isEqualTo(Product.Kind.TRAINING);
  }

  @Test
  @Proves("S5.18")
  void S5_18_bank_data_and_instructions_are_there_for_each_invoice() {
    assertThat(prestaimport.seller().bank().account()).isEqualTo("ES3630810155742107650431");
    assertThat(prestaimport.seller().bank().instructions().in("es")).contains("PayPal");
  }

  @Test
  @Proves("S5.26")
  void S5_26_suppliers_are_addons_of_the_licence_with_their_own_term() {
    Product supplier = prestaimport.product("supplier-a").orElseThrow();
    assertThat(supplier.kind()).isEqualTo(Product.Kind.ADDON);
    assertThat(supplier.requires()).isEqualTo("gui-licence");
    assertThat(supplier.termMonths()).isEqualTo(12);
    assertThat(supplier.renews()).isTrue();
  }

  @Test
  void later_sections_are_kept_as_canonical_json() {
    assertThat(intrum.later().licence()).isEqualTo("{}");
    assertThat(perfectum.access().trigger()).isEqualTo(AccessPolicy.Trigger.NONE);
    assertThat(kabinet.retention().inactivity().noticeDays()).containsExactly(10, 3, 1);
  }
}
