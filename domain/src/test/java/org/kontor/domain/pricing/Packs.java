package org.kontor.domain.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kontor.domain.policy.BillingPolicy;
import org.kontor.domain.policy.BillingPolicy.ChangeBilling;
import org.kontor.domain.policy.BillingPolicy.DailyRounding;
import org.kontor.domain.policy.BillingPolicy.Due;
import org.kontor.domain.policy.BillingPolicy.FirstMonth;
import org.kontor.domain.policy.BillingPolicy.HeadcountReading;
import org.kontor.domain.policy.LaterPolicies;
import org.kontor.domain.policy.Metric;
import org.kontor.domain.policy.Plan;
import org.kontor.domain.policy.Plan.Component;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.PolicyPack.Catalogue;
import org.kontor.domain.policy.RetentionPolicy;
import org.kontor.domain.policy.SafetyBounds;
import org.kontor.domain.policy.Seller;
import org.kontor.domain.policy.Seller.Address;
import org.kontor.domain.policy.Texts;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.policy.TrialPolicy;
import org.kontor.domain.policy.TrialPolicy.EndAction;
import org.kontor.domain.policy.WalletPolicy;
import org.kontor.domain.policy.WalletPolicy.VatMode;

/** A small vendor for tests of the engine; the real five are tested where they are read. */
public final class Packs {

  private Packs() {}

  public static PolicyPack pack(Timing timing, String zone) {
    return pack(timing, zone, false);
  }

  private static Metric accounts() {
    return new Metric(
        "crm-accounts", text("CRM"), Metric.Kind.GAUGE, "C62", 1_000_000, Metric.HIGHEST);
  }

  /**
   * One plan {@code start} of 200.00 with shops at 49.00 beyond the first and courier X at 29.00.
   */
  public static PolicyPack pack(Timing timing, String zone, boolean invoiceWhileStopped) {
    Plan plan =
        new Plan(
            "start",
            text("Start"),
            timing,
            new BigDecimal("200.00"),
            List.of(),
            Map.of("crm-accounts", 1000L),
            List.of(
                new Component(
                    "shop",
                    text("Shop"),
                    Component.Kind.QUANTITY,
                    new BigDecimal("49.00"),
                    1,
                    null,
                    0,
                    1000),
                new Component(
                    "courier-x",
                    text("Courier X"),
                    Component.Kind.SWITCH,
                    new BigDecimal("29.00"),
                    0,
                    null,
                    0,
                    1)),
            List.of(),
            Plan.Deployment.SHARED);
    return new PolicyPack(
        "vendor",
        1,
        LocalDate.parse("2024-01-01"),
        seller(zone),
        new Catalogue(List.of(accounts()), List.of(plan), List.of()),
        new BillingPolicy(
            1,
            new Due(11, 10),
            30,
            DailyRounding.EACH_LINE,
            HeadcountReading.END_OF_DAY,
            ChangeBilling.NEXT_INVOICE,
            FirstMonth.PRO_RATA,
            true,
            invoiceWhileStopped,
            true,
            false,
            14),
        new WalletPolicy(
            VatMode.NO_VAT_RECEIPT, List.of(), false, Set.of(), null, List.of(), "", List.of()),
        new TrialPolicy(0, EndAction.DELETE, 0, true, List.of()),
        new SafetyBounds(100, 15, new BigDecimal("5"), new BigDecimal("5")),
        new LaterPolicies("{}", "{}"));
  }

  /** The other reading of S1.33: the rest of the month of restoration is billed. */
  static PolicyPack billingTheMonthOfRestoration(boolean invoiceWhileStopped) {
    PolicyPack plain = pack(Timing.MONTHLY_ADVANCE, "Europe/Bucharest", invoiceWhileStopped);
    RetentionPolicy none = RetentionPolicy.NONE;
    return new PolicyPack(
        plain.code(),
        plain.version(),
        plain.effectiveFrom(),
        plain.seller(),
        plain.catalogue(),
        plain.billing(),
        plain.wallet(),
        plain.trial(),
        plain.bounds(),
        plain.access(),
        new RetentionPolicy(null, null, true, null, null, none.deletions(), none.legalTerm()),
        plain.portal(),
        plain.later());
  }

  private static Seller seller(String zone) {
    return new Seller(
        "Vendor",
        "Vendor SRL",
        "J40/1/2020",
        "RO18547290",
        new Address("Str. Unu 1", "SECTOR1", "010101", "B", "RO"),
        ZoneId.of(zone),
        Currency.getInstance("RON"),
        List.of("en"),
        new Seller.Bank("Vendor SRL", "Banca", "RO49AAAA1B31007593840000", "AAAAROBU", text("Pay")),
        new Seller.Vat("S", new BigDecimal("21"), text(""), false),
        List.of(),
        "billing@vendor.example");
  }

  private static Texts text(String english) {
    return new Texts(Map.of("en", english));
  }
}
