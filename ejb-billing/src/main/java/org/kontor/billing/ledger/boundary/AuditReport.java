package org.kontor.billing.ledger.boundary;

import org.kontor.billing.ledger.control.LedgerAudit.Findings;

/**
 * What recomputing the ledger found; amounts in minor units.
 *
 * @param balances accounts that differ from their transfers
 * @param receivables customers whose receivable differs from their open items
 * @param invoices whose open amount differs from total less allocations and credit notes
 * @param sound whether nothing was found and debit equals credit in each currency
 */
public record AuditReport(
    String vendor, Findings balances, Findings receivables, Findings invoices, boolean sound) {}
