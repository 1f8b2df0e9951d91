package org.kontor.crm.platform.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.kontor.crm.platform.boundary.BookClock;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;

/** The one row that all nodes read the time from; each change is a transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ClockRow {

  @Inject private Sql sql;

  /** Sets the offset, never to less than it is. */
  public void advance(long offsetMillis) {
    requireSimulation();
    int moved =
        sql.update(
            "update business_clock set offset_ms = ? where offset_ms <= ?",
            offsetMillis,
            offsetMillis);
    if (moved == 0) {
      throw backwards();
    }
  }

  /** Empties the book and sets date and offset, whatever they were. */
  public void restart(LocalDate bookFrom, long offsetMillis) {
    requireSimulation();
    // Emptying waits for all work on the book; rather refuse than hang when something never ends.
    sql.with(
        connection -> {
          try (var statement = connection.createStatement()) {
            return statement.execute("set local lock_timeout = '60s'");
          }
        });
    sql.one(row -> true, "select empty_book(true)");
    sql.update(
        "update business_clock set book_from = ?, offset_ms = ?, epoch = epoch + 1",
        bookFrom,
        offsetMillis);
  }

  private void requireSimulation() {
    boolean simulated =
        sql.one(row -> row.getString(1), "select mode from business_clock for update")
            .filter(BookClock.SIMULATED::equals)
            .isPresent();
    if (!simulated) {
      throw notInSimulation();
    }
  }

  public static Refused backwards() {
    return Problem.of(
            ProblemCode.CLOCK_BACKWARDS,
            "to",
            "That moment is over",
            "Send a moment after the clock's; to go back, empty the book.")
        .asException();
  }

  public static Refused notInSimulation() {
    return Problem.of(
            ProblemCode.NOT_IN_SIMULATION,
            "",
            "The clock of this book is the system's",
            "Begin a book with kontor.clock.mode=SIMULATED to move time or to empty it.")
        .asException();
  }
}
