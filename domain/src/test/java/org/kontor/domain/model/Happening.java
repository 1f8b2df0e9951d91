package org.kontor.domain.model;

import java.time.Instant;
import org.kontor.domain.model.Happening.Kind;

/**
 * Something that happens to an account.
 *
 * @param at second of its booking
 * @param amount minor units; of a promise its days; of a hold its last second
 * @param day of a charge the day charged for, of an invoice the last day in time, else unused
 */
record Happening(long at, Kind kind, long amount, int day) {

  enum Kind {
    CHARGE,
    PAYMENT,
    INVOICE,
    PROMISE,
    HOLD
  }

  @Override
  public String toString() {
    String what =
        switch (kind) {
          case CHARGE -> "charge of " + amount + " for " + ModelDays.date(day);
          case PAYMENT -> "payment of " + amount;
          case INVOICE -> "invoice of " + amount + ", due " + ModelDays.date(day);
          case PROMISE -> "promise of " + amount + " days";
          case HOLD -> "hold until " + Instant.ofEpochSecond(amount);
        };
    return Instant.ofEpochSecond(at) + " " + what;
  }
}
