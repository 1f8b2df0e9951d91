package org.kontor.domain.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.policy.BillingPolicy;
import org.kontor.domain.policy.LaterPolicies;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.PolicyPack.Catalogue;
import org.kontor.domain.policy.Product;
import org.kontor.domain.policy.SafetyBounds;
import org.kontor.domain.policy.Seller;
import org.kontor.domain.policy.Seller.DocumentKind;
import org.kontor.domain.policy.Texts;
import org.kontor.domain.policy.TrialPolicy;
import org.kontor.domain.policy.WalletPolicy;

/** A seller of products in Madrid, for tests. */
public final class Shop {

  public static final LocalDate OPENED = LocalDate.of(2026, 1, 1);

  private Shop() {}

  /** Version 1: licence 120.00, add-on 60.00 a year, onboarding for nothing, training 250.00. */
  public static PolicyPack pack() {
    return pack(1, OPENED, "120.00", false);
  }

  public static PolicyPack pack(
      int version, LocalDate from, String licencePrice, boolean pricesIncludeVat) {
    return pack(version, from, licencePrice, seller(pricesIncludeVat, 21));
  }

  /** Prices include VAT at this rate. */
  public static PolicyPack gross(int rate) {
    return pack(1, OPENED, "120.00", seller(true, rate));
  }

  private static PolicyPack pack(int version, LocalDate from, String licencePrice, Seller seller) {
    return new PolicyPack(
        "shop",
        version,
        from,
        seller,
        new Catalogue(
            List.of(),
            List.of(),
            List.of(
                product("licence", Product.Kind.LICENCE, licencePrice, 12, null),
                product("supplier-a", Product.Kind.ADDON, "60.00", 12, "licence"),
                product("supplier-b", Product.Kind.ADDON, "60.00", 1, "licence"),
                product("onboarding", Product.Kind.SERVICE, "0", 0, null),
                product("training", Product.Kind.TRAINING, "250.00", 0, null),
                product("support-hour", Product.Kind.SUPPORT, "33.335", 0, null))),
        new BillingPolicy(
            1,
            new BillingPolicy.Due(0, 15),
            30,
            BillingPolicy.DailyRounding.EACH_LINE,
            BillingPolicy.HeadcountReading.END_OF_DAY,
            BillingPolicy.ChangeBilling.NEXT_INVOICE,
            BillingPolicy.FirstMonth.PRO_RATA,
            true,
            false,
            true,
            false,
            30),
        new WalletPolicy(
            WalletPolicy.VatMode.NO_VAT_RECEIPT,
            List.of(),
            false,
            java.util.Set.of(),
            null,
            List.of(),
            "",
            List.of("TRANSFER", "PAYPAL", "CARD")),
        new TrialPolicy(0, TrialPolicy.EndAction.DELETE, 0, true, List.of()),
        new SafetyBounds(100, 15, BigDecimal.valueOf(5), BigDecimal.valueOf(2)),
        new LaterPolicies("{}", "{}"));
  }

  public static Buyer buyer() {
    return buyer("ES", "");
  }

  public static Buyer buyer(String country, String vatId) {
    return new Buyer(
        "Tienda Uno SL",
        "B1",
        vatId,
        new Seller.Address("Calle 1", "Madrid", "28001", "", country),
        "uno@example.org",
        "es");
  }

  private static Seller seller(boolean pricesIncludeVat, int rate) {
    return new Seller(
        "Shop",
        "Shop SL",
        "B87654321",
        "ESB87654321",
        new Seller.Address("Gran Via 1", "Madrid", "28013", "", "ES"),
        ZoneId.of("Europe/Madrid"),
        Currency.getInstance("EUR"),
        List.of("es", "en"),
        new Seller.Bank(
            "Shop SL", "Caja Rural", "ES9121000418450200051332", "CAIXESBB", texts("Transfer")),
        new Seller.Vat("S", BigDecimal.valueOf(rate), texts(""), pricesIncludeVat),
        List.of(
            new Seller.Series("F", DocumentKind.INVOICE, "F{yyyy}-{n:6}"),
            new Seller.Series("R", DocumentKind.CREDIT_NOTE, "R{yyyy}-{n:6}")),
        "billing@example.org");
  }

  private static Product product(
      String code, Product.Kind kind, String price, int months, String requires) {
    return new Product(
        code,
        texts(code),
        kind,
        new BigDecimal(price),
        "C62",
        months,
        months > 0,
        requires,
        100_000);
  }

  private static Texts texts(String text) {
    return new Texts(Map.of("es", text));
  }
}
