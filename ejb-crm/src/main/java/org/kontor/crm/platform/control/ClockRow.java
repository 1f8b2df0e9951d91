package org.kontor.crm.platform.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import org.kontor.crm.platform.boundary.Audit;
import org.kontor.crm.platform.boundary.BookClock;
import org.kontor.crm.platform.boundary.Sql;

/** The one row that all nodes read the time from; each change is a transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ClockRow {

  @Inject private Sql sql;
  @Inject private Audit audit;

  /** Sets the offset, never to less than it is. */
  public void advance(long offsetMillis) {
    requireSimulation();
    int moved =
        sql.update(
            "update business_clock set offset_ms = ? where offset_ms <= ?",
            offsetMillis,
            offsetMillis);
    if (moved == 0) {
      throw ClockRefusals.backwards();
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
    audit.record("book.emptied", "book", Map.of("from", bookFrom));
  }

  private void requireSimulation() {
    boolean simulated =
        sql.one(row -> row.getString(1), "select mode from business_clock for update")
            .filter(BookClock.SIMULATED::equals)
            .isPresent();
    if (!simulated) {
      throw ClockRefusals.notInSimulation();
    }
  }
}
