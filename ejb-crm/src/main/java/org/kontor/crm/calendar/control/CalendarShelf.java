package org.kontor.crm.calendar.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kontor.crm.platform.boundary.BookEmptied;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.time.CalendarYear;
import org.kontor.domain.time.WorkCalendar;

/**
 * All calendars there are: bundled and imported. Versions are only ever added, so that what was
 * read stays right; another node's import is seen within a second.
 */
@ApplicationScoped
public class CalendarShelf {

  private static final long FRESH_NANOS = 1_000_000_000L;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transaction;

  private final Sql sql;
  private final Ids ids;
  private volatile Content content;

  @Inject
  public CalendarShelf(Sql sql, Ids ids) {
    this.sql = sql;
    this.ids = ids;
  }

  /** For the container's proxy. */
  protected CalendarShelf() {
    this(null, null);
  }

  /** The newest versions of a country's or region's years. */
  public WorkCalendar calendar(String country) {
    return content().calendars().computeIfAbsent(country, c -> joined(c, content().all()));
  }

  /** Every version, by country, year and version. */
  public List<StoredCalendar> all() {
    return content().all();
  }

  /** Adds a version; the caller has checked that it is the next one. */
  public void add(CalendarYear year, String text, Instant at) {
    sql.update(
        "insert into work_calendar (id, country, year, version, content, sha256, imported_at)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        ids.next(),
        year.country(),
        year.year(),
        year.version(),
        text,
        digest(text),
        at);
    forgetAfterwards();
  }

  void emptied(@Observes BookEmptied event) {
    content = null;
  }

  /** A region's calendar is its country's with the region's own days. */
  static WorkCalendar joined(String country, List<StoredCalendar> all) {
    List<CalendarYear> years = of(country, all);
    if (country.length() == 2) {
      return new WorkCalendar(country, years);
    }
    List<CalendarYear> whole = of(country.substring(0, 2), all);
    List<CalendarYear> joined = new ArrayList<>();
    for (CalendarYear region : years) {
      whole.stream()
          .filter(year -> year.year() == region.year())
          .max(Comparator.comparingInt(CalendarYear::version))
          .ifPresent(year -> joined.add(year.with(region)));
    }
    return new WorkCalendar(country, joined);
  }

  private static List<CalendarYear> of(String country, List<StoredCalendar> all) {
    return all.stream()
        .map(StoredCalendar::year)
        .filter(year -> year.country().equals(country))
        .toList();
  }

  private Content content() {
    Content known = content;
    long nanos = System.nanoTime();
    if (known != null && nanos - known.readAt() < FRESH_NANOS) {
      return known;
    }
    String stamp =
        sql.one(
                row -> row.getString(1),
                "select count(*) || '/' || coalesce(sum(id), 0) from work_calendar")
            .orElseThrow();
    Content read =
        known != null && known.stamp().equals(stamp)
            ? new Content(stamp, nanos, known.all(), known.calendars())
            : new Content(stamp, nanos, load(), new ConcurrentHashMap<>());
    content = read;
    return read;
  }

  private List<StoredCalendar> load() {
    List<StoredCalendar> all = new ArrayList<>(BundledCalendars.all());
    all.addAll(
        sql.list(
            row ->
                new StoredCalendar(
                    CalendarText.require(row.getString(1)),
                    row.getString(1),
                    row.getObject(2, OffsetDateTime.class).toInstant()),
            "select content, imported_at from work_calendar"));
    all.sort(
        Comparator.comparing((StoredCalendar c) -> c.year().country())
            .thenComparingInt(c -> c.year().year())
            .thenComparingInt(c -> c.year().version()));
    return List.copyOf(all);
  }

  /** When the transaction has ended, whichever way: before, others would read without the row. */
  private void forgetAfterwards() {
    if (transaction.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
      content = null;
      return;
    }
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            // the row is written already
          }

          @Override
          public void afterCompletion(int status) {
            content = null;
          }
        });
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private record Content(
      String stamp, long readAt, List<StoredCalendar> all, Map<String, WorkCalendar> calendars) {}
}
