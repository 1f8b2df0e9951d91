package org.kontor.billing.invoice.boundary;

import java.math.BigDecimal;

/**
 * One vendor's book in figures. Amounts are in {@code currency}, VAT included where a document
 * carries it.
 *
 * @param invoiceTotal sum of BT-112 of invoices
 * @param chargeTotal sum of charges on balances, corrections included
 * @param paymentTotal in the book's currency, top-ups included, bonus not
 * @param openInvoices invoices with something left to pay
 * @param openTotal what is left to pay of them
 * @param balanceTotal sum of paid money on the customers' balances; debts count negative
 * @param bonusTotal sum of bonus on the customers' balances
 * @param receivableTotal what customers owe by documents, from the ledger; equals openTotal
 * @param ledgerSum all debits less all credits; must be 0
 * @param numberGaps numbers given to no document; must be 0
 * @param parkedAccounts accounts that runs left out, each once for all its days, and that neither a
 *     person nor a later run has mended
 */
public record VendorSummary(
    String vendor,
    String currency,
    long customers,
    long subscriptions,
    long invoices,
    BigDecimal invoiceTotal,
    long creditNotes,
    BigDecimal creditNoteTotal,
    long charges,
    BigDecimal chargeTotal,
    long payments,
    BigDecimal paymentTotal,
    long openInvoices,
    BigDecimal openTotal,
    BigDecimal balanceTotal,
    BigDecimal bonusTotal,
    BigDecimal receivableTotal,
    BigDecimal ledgerSum,
    long numberGaps,
    long parkedAccounts) {}
