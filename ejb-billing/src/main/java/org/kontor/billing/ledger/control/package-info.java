/**
 * The ledger's store (R6): transfers are appended, balances kept in the same transaction with rows
 * locked in id order, so that parallel chunks cannot deadlock. What to post is decided in {@code
 * org.kontor.domain.ledger}; nothing here repairs a balance.
 */
package org.kontor.billing.ledger.control;
