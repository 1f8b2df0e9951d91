/**
 * The PDF of an issued document (S5.2, S5.18, S1.38): A4, PDF/A-2a and PDF/UA-1, in the customer's
 * language, made once on first need, kept with its SHA-256 and never changed. For downloads and as
 * the attachment of mails.
 *
 * <p>Not here: sending it, and the XML of e-invoices.
 */
package org.kontor.billing.document.boundary;
