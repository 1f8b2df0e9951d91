/**
 * Money coming in, as pure decisions: which invoices a payment pays (S1.30, S1.35, S5.4), what
 * bonus a top-up earns (S3.7), what a payment in another currency is worth (S3.28), what an advance
 * invoice says (STANDARDS D.5). Not here: gateways, statements, postings.
 */
package org.kontor.domain.payment;
