package org.kontor.domain.payment;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Seller;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.policy.WalletPolicy;
import org.kontor.domain.policy.WalletPolicy.BonusStep;
import org.kontor.domain.policy.WalletPolicy.VatMode;
import org.kontor.domain.pricing.Packs;

/** Small vendors with a prepaid balance. */
public final class WalletPacks {

  private WalletPacks() {}

  /**
   * @param ladder thresholds and percentages in turn
   */
  public static PolicyPack withBonus(String... ladder) {
    List<BonusStep> steps =
        IntStream.range(0, ladder.length / 2)
            .mapToObj(
                i ->
                    new BonusStep(new BigDecimal(ladder[2 * i]), new BigDecimal(ladder[2 * i + 1])))
            .toList();
    return pack(VatMode.NO_VAT_RECEIPT, steps, false);
  }

  /** A vendor with 21 % VAT. */
  public static PolicyPack pack(VatMode mode, List<BonusStep> steps, boolean pricesInclude) {
    PolicyPack pack = Packs.pack(Timing.DAILY, "Europe/Bucharest");
    Seller old = pack.seller();
    Seller seller =
        new Seller(
            old.name(),
            old.legalName(),
            old.registrationId(),
            old.vatId(),
            old.address(),
            old.zone(),
            old.currency(),
            old.languages(),
            old.bank(),
            new Seller.Vat("S", old.vat().rate(), old.vat().exemptionReason(), pricesInclude),
            old.series(),
            old.email());
    WalletPolicy wallet =
        new WalletPolicy(
            mode,
            steps,
            false,
            Set.of("MAIN_ADMINISTRATOR", "ADMINISTRATOR"),
            null,
            List.of(Currency.getInstance("UAH")),
            "NBU",
            Arrays.asList("CARD", "BANK_TRANSFER"));
    return new PolicyPack(
        pack.code(),
        pack.version(),
        pack.effectiveFrom(),
        seller,
        pack.catalogue(),
        pack.billing(),
        wallet,
        pack.trial(),
        pack.bounds(),
        pack.later());
  }
}
