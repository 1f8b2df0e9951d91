package org.kontor.crm.platform.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import org.kontor.crm.platform.control.ClockRefusals;
import org.kontor.crm.platform.control.ClockRow;

/**
 * Moves the business clock in simulation. A move is committed at once, in a transaction of its own,
 * so that all threads and nodes see it. It starts no work: that is {@link
 * org.kontor.domain.run.DueWork}'s.
 */
@ApplicationScoped
public class SimulatedTime {

  private static final int TRIES = 5;

  private final ClockRow row;
  private final BookClock clock;

  @Inject
  public SimulatedTime(ClockRow row, BookClock clock) {
    this.row = row;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected SimulatedTime() {
    this(null, null);
  }

  /** Refuses what {@link #moveTo} would refuse, before any work is done. */
  public void requireAhead(Instant moment) {
    if (!clock.isSimulated()) {
      throw ClockRefusals.notInSimulation();
    }
    if (moment.isBefore(clock.now())) {
      throw ClockRefusals.backwards();
    }
  }

  /**
   * Sets the clock to a moment, from where it runs on. Refuses with CLOCK_BACKWARDS a moment that
   * is over, and with NOT_IN_SIMULATION in production.
   */
  public void moveTo(Instant moment) {
    long offset = moment.toEpochMilli() - clock.systemNow().toEpochMilli();
    try {
      row.advance(offset);
    } finally {
      clock.forget();
    }
  }

  /**
   * Empties the book of all but API keys and begins it anew; the only way back in time. Refuses
   * with NOT_IN_SIMULATION in production.
   *
   * @param from first business date that can be booked
   * @param at where the clock is set
   */
  public void begin(LocalDate from, Instant at) {
    long offset = at.toEpochMilli() - clock.systemNow().toEpochMilli();
    try {
      restart(from, offset);
    } finally {
      clock.forget();
    }
    clock.now(); // notices the new epoch and tells the caches of this node before anybody asks them
  }

  /** Work that is just ending may hold what emptying needs, and the other way round. */
  private void restart(LocalDate from, long offset) {
    for (int attempt = 1; ; attempt++) {
      try {
        row.restart(from, offset);
        return;
      } catch (RuntimeException failure) {
        if (attempt == TRIES || SqlStates.first(failure).filter("40P01"::equals).isEmpty()) {
          throw failure;
        }
      }
    }
  }
}
