package org.kontor.billing.wallet.boundary;

import java.time.LocalDate;

/**
 * Business dates that a reader wants.
 *
 * @param from first one; null for the beginning
 * @param to last one; null for no end
 */
public record Period(LocalDate from, LocalDate to) {

  public static final Period ALL = new Period(null, null);
}
