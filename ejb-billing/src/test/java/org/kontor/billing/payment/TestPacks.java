package org.kontor.billing.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.PolicyPack.Catalogue;
import org.kontor.domain.policy.Seller;
import org.kontor.domain.policy.Seller.Address;
import org.kontor.domain.policy.Texts;
import org.kontor.domain.policy.WalletPolicy;
import org.kontor.domain.policy.WalletPolicy.BonusStep;
import org.kontor.domain.policy.WalletPolicy.VatMode;

/** The parts of a policy pack that payments read. */
final class TestPacks {

  private TestPacks() {}

  /** Prices in dollars, payments in hryvnias too, 10 % bonus from 50.00. */
  static PolicyPack cabinet() {
    Texts text = new Texts(Map.of("en", "Pay"));
    Seller seller =
        new Seller(
            "Cabinet",
            "Cabinet TOV",
            "1",
            "",
            new Address("Street 1", "Kyiv", "01001", "", "UA"),
            ZoneId.of("Europe/Kyiv"),
            Currency.getInstance("USD"),
            List.of("uk"),
            new Seller.Bank("Cabinet", "Bank", "UA213223130000026007233566001", "", text),
            new Seller.Vat("O", BigDecimal.ZERO, text, false),
            List.of(),
            "billing@cabinet.example");
    WalletPolicy wallet =
        new WalletPolicy(
            VatMode.NO_VAT_RECEIPT,
            List.of(new BonusStep(new BigDecimal("50"), BigDecimal.TEN)),
            false,
            Set.of("MAIN_ADMINISTRATOR", "ADMINISTRATOR"),
            null,
            List.of(Currency.getInstance("UAH")),
            "NBU",
            List.of("CARD"));
    return new PolicyPack(
        "cabinet",
        1,
        LocalDate.parse("2026-01-01"),
        seller,
        new Catalogue(List.of(), List.of(), List.of()),
        null,
        wallet,
        null,
        null,
        null);
  }
}
