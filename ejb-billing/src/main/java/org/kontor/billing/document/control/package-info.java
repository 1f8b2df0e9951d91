/**
 * How a document becomes a PDF: what stands on it ({@code PrintedDocument}), its words and figures,
 * a tagged page ({@code Sheet}, {@code Tags}) and the layout over it, the bounded press, and the
 * archive that keeps each file once.
 *
 * <p>Text is drawn as text: there is no markup, no template and no resolver, so nothing that
 * somebody wrote into a name can be fetched or run (QUALITY S6, osTicket row 21).
 */
package org.kontor.billing.document.control;
