package org.kontor.domain.ledger;

import java.util.Currency;

/** Ids of a seller's accounts in one currency; negative, so that they never meet a customer's. */
public record SellerAccounts(
    Currency currency,
    long revenue,
    long vat,
    long bank,
    long bonusCost,
    long exchange,
    long advanceVat) {}
