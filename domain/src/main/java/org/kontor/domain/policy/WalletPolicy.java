package org.kontor.domain.policy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Set;

/**
 * How the prepaid balance works.
 *
 * @param vatMode VAT on use, or at once by an advance invoice (STANDARDS D.5)
 * @param bonus ladder by top-up, ascending by threshold (S3.7); the highest reached one applies
 * @param spendBonusFirst default false: paid money first (S3.7)
 * @param topUpRoles who may top up (S3.4): MAIN_ADMINISTRATOR, ADMINISTRATOR, STAFF
 * @param minimumTopUp null where any amount is accepted (S2.25)
 * @param paymentCurrencies accepted beside the price currency (S3.28)
 * @param rateSource name of the exchange rates used, for example {@code NBU}
 * @param methods payment methods offered (S2.26, S3.1, S5.15)
 */
public record WalletPolicy(
    VatMode vatMode,
    List<BonusStep> bonus,
    boolean spendBonusFirst,
    Set<String> topUpRoles,
    BigDecimal minimumTopUp,
    List<Currency> paymentCurrencies,
    String rateSource,
    List<String> methods) {

  /** The method whose instructions are the seller's bank account. */
  public static final String BANK_TRANSFER = "bank-transfer";

  public WalletPolicy {
    bonus = List.copyOf(bonus);
    topUpRoles = Set.copyOf(topUpRoles);
    paymentCurrencies = List.copyOf(paymentCurrencies);
    methods = List.copyOf(methods);
  }

  /** Whether money may come to the seller's bank account by transfer. */
  public boolean takesTransfers() {
    return methods.contains(BANK_TRANSFER);
  }

  public enum VatMode {
    NO_VAT_RECEIPT,
    ADVANCE_INVOICE
  }

  /**
   * @param from smallest top-up of this step, in the price currency
   * @param percent of the whole top-up
   */
  public record BonusStep(BigDecimal from, BigDecimal percent) {}
}
