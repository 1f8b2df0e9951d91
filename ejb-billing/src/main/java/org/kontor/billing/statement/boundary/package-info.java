/**
 * The statement of a balance for a period as a signed PDF (PAGES C10), and the check of its seal.
 *
 * <p>Not here: movements as lists and files ({@code wallet}), how a PDF is drawn ({@code
 * document}), the keys ({@code token}).
 */
package org.kontor.billing.statement.boundary;
