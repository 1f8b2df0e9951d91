package org.kontor.domain.usage;

import java.time.Instant;

/**
 * The facts of one metric on one local day, folded. The fold does not depend on the order in which
 * facts arrive: two moments being equal, the higher quantity stands as the last one.
 *
 * @param peak highest quantity of a fact of the day
 * @param last quantity of the latest fact of the day
 * @param lastAt when that was
 * @param total sum of the day's quantities; means something for counters only
 */
public record DayFigures(long peak, long last, Instant lastAt, long total) {

  public static DayFigures of(long quantity, Instant occurredAt) {
    return new DayFigures(quantity, quantity, occurredAt, quantity);
  }

  /** Folds in another fact, or the figures of other facts of the same day. */
  public DayFigures with(DayFigures other) {
    int order = lastAt.compareTo(other.lastAt);
    boolean mine = order > 0 || (order == 0 && last >= other.last);
    return new DayFigures(
        Math.max(peak, other.peak),
        mine ? last : other.last,
        mine ? lastAt : other.lastAt,
        Math.addExact(total, other.total));
  }
}
