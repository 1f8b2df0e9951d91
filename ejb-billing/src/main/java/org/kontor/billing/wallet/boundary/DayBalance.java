package org.kontor.billing.wallet.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A balance at the end of a business date, bonus included. */
public record DayBalance(LocalDate date, BigDecimal balance) {}
