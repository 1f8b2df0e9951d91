/** Reads of the balance: movements from the ledger, charges. */
package org.kontor.billing.wallet.control;
