package org.kontor.crm.platform.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.kontor.domain.time.BusinessClock;

/**
 * The present as the database says it: the system's, or in simulation shifted by an offset that all
 * nodes read. Cached for a second, forgotten at once on the node that moves it.
 */
@ApplicationScoped
public class BookClock implements BusinessClock {

  public static final String SYSTEM = "SYSTEM";
  public static final String SIMULATED = "SIMULATED";
  private static final long FRESH_NANOS = 1_000_000_000L;

  private final Sql sql;
  private final Settings settings;
  private final Event<BookEmptied> emptied;
  private final Clock system = Clock.systemUTC();
  private volatile State state;
  private volatile long readAt;
  private State seen;

  @Inject
  public BookClock(Sql sql, Settings settings, Event<BookEmptied> emptied) {
    this.sql = sql;
    this.settings = settings;
    this.emptied = emptied;
  }

  /** For the container's proxy. */
  protected BookClock() {
    this(null, null, null);
  }

  /** To the microsecond, as the database stores it. */
  @Override
  public Instant now() {
    return systemNow().plusMillis(state().offsetMillis()).truncatedTo(ChronoUnit.MICROS);
  }

  /** SYSTEM or SIMULATED. */
  public String mode() {
    return state().mode();
  }

  public boolean isSimulated() {
    return mode().equals(SIMULATED);
  }

  /** First business date that can be booked. */
  public LocalDate bookFrom() {
    return state().bookFrom();
  }

  /** Counts the times that the book was emptied: a key for caches. */
  public long epoch() {
    return state().epoch();
  }

  Instant systemNow() {
    return system.instant();
  }

  /** Reads the database again at the next question. */
  void forget() {
    readAt = 0;
    state = null;
  }

  private State state() {
    State known = state;
    long nanos = System.nanoTime();
    if (known != null && nanos - readAt < FRESH_NANOS) {
      return known;
    }
    State read = read();
    State before = lastSeen(read, nanos);
    if (before != null && before.epoch() != read.epoch()) {
      emptied.fire(new BookEmptied(read.epoch()));
    }
    return read;
  }

  private synchronized State lastSeen(State read, long nanos) {
    State before = seen;
    seen = read;
    state = read;
    readAt = nanos;
    return before;
  }

  private State read() {
    return sql.one(
            row ->
                new State(
                    row.getString(1),
                    row.getLong(2),
                    row.getObject(3, LocalDate.class),
                    row.getLong(4)),
            "select mode, offset_ms, book_from, epoch from business_clock")
        .orElseGet(this::begun);
  }

  /** First start: several nodes at once make one row. */
  private State begun() {
    LocalDate set = settings.date(Setting.BOOK_FROM);
    LocalDate from = set == null ? LocalDate.ofInstant(systemNow(), ZoneOffset.UTC) : set;
    sql.update(
        "insert into business_clock (mode, book_from) values (?, ?) on conflict do nothing",
        settings.text(Setting.CLOCK_MODE),
        from);
    return read();
  }

  private record State(String mode, long offsetMillis, LocalDate bookFrom, long epoch) {}
}
