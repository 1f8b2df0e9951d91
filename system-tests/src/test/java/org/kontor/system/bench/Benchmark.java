package org.kontor.system.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kontor.launcher.DatabaseAccess;
import org.kontor.launcher.Progress;

/**
 * Invoices and charges a book of N accounts through the deployed product, and measures the limit of
 * the same machine in the same run.
 *
 * <p>Arguments: the checkout's folder, then the sizes, for example {@code 10000 100000 1000000}.
 */
public final class Benchmark {

  /** More rows would only make the limit's measurement longer, not another. */
  private static final int LIMIT_ACCOUNTS = 100_000;

  private final Path root;
  private final Progress progress = new Progress(System.out);
  private final List<Measured> results = new ArrayList<>();

  private Benchmark(Path root) {
    this.root = root;
  }

  public static void main(String[] arguments) throws Exception {
    Benchmark benchmark = new Benchmark(Path.of(arguments[0]));
    List<Integer> sizes = new ArrayList<>();
    for (int i = 1; i < arguments.length; i++) {
      sizes.add(Integer.parseInt(arguments[i]));
    }
    benchmark.run(sizes.isEmpty() ? List.of(10_000, 100_000) : sizes);
    System.exit(0);
  }

  private void run(List<Integer> sizes) throws Exception {
    try (Installation installation = Installation.start(root, progress)) {
      for (int accounts : sizes) {
        measure(installation, accounts);
      }
    }
    String report = Measured.report(results);
    Files.writeString(root.resolve("system-tests/target/benchmark.md"), report);
    progress.print(report);
  }

  private void measure(Installation installation, int accounts) throws Exception {
    Rest rest = installation.rest();
    Meter meter = installation.meter();
    progress.say("Book of " + accounts + " accounts: loading");
    rest.post("book/empty", "{\"from\":\"2026-02-28\",\"at\":\"2026-02-28T12:00:00Z\"}");
    rest.importPack("prim", GeneratedBook.MONTHLY);
    rest.importPack("intrum", GeneratedBook.DAILY);
    DatabaseAccess administrator = installation.administrator();
    try (Connection connection = administrator.connect()) {
      GeneratedBook.load(connection, accounts);
    }
    progress.say("Book of " + accounts + " accounts: running");
    // 28 February in Moscow warms the server up; 1 March in Bucharest, then in Moscow is measured
    rest.post("clock/advance", "{\"to\":\"2026-02-28T21:30:00Z\"}");
    results.add(
        phase(
            rest, administrator, meter, accounts, "MONTHLY", "2026-02-28T22:30:00Z", "2026-03-01"));
    results.add(
        phase(rest, administrator, meter, accounts, "DAILY", "2026-03-01T21:30:00Z", "2026-03-01"));
  }

  private Measured phase(
      Rest rest,
      DatabaseAccess database,
      Meter meter,
      int accounts,
      String kind,
      String until,
      String date)
      throws Exception {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("checkpoint");
      long walBefore = wal(statement);
      double cpuBefore = meter.cpuSeconds();
      meter.resetPeaks();
      rest.post("clock/advance", "{\"to\":\"" + until + "\"}");
      double cpu = meter.cpuSeconds() - cpuBefore;
      long walBytes = wal(statement) - walBefore;
      long serverMb = meter.serverPeakMb();
      long databaseMb = meter.databasePeakMb();
      String vendor = kind.equals("MONTHLY") ? GeneratedBook.MONTHLY : GeneratedBook.DAILY;
      JsonNode run = rest.get("runs?vendor=" + vendor + "&kind=" + kind).get("items").get(0);
      if (!run.get("date").asText().equals(date)
          || !run.get("state").asText().equals("COMPLETED")) {
        throw new IllegalStateException("the run did not complete: " + run);
      }
      double seconds =
          Duration.between(
                      java.time.Instant.parse(run.get("startedAt").asText()),
                      java.time.Instant.parse(run.get("finishedAt").asText()))
                  .toMillis()
              / 1000.0;
      long done = run.get("documents").asLong();
      progress.say(kind + ": " + done + " in " + seconds + " s; measuring the limit");
      Limit limit = new Limit(database, vendor, rows(kind, date));
      List<Long> sample = sample(statement, vendor);
      long batch = limit.jdbcBatch(sample);
      long copy = limit.copy(sample);
      double rows = limit.rowsEach(sample);
      return new Measured(
          accounts, kind, done, rows, seconds, cpu, walBytes, serverMb, databaseMb, batch, copy);
    }
  }

  private static Map<String, String> rows(String kind, String date) {
    String accounts = "customer_id >= ? and customer_id <= ?";
    String ofDay = accounts + " and business_date = date '" + date + "'";
    return kind.equals("MONTHLY")
        ? Map.of(
            "invoice", accounts,
            "invoice_line", accounts,
            "ledger_transfer", ofDay,
            "open_item", accounts,
            "outbox", accounts)
        : Map.of("charge", ofDay, "ledger_transfer", ofDay);
  }

  private static List<Long> sample(Statement statement, String vendor) throws SQLException {
    List<Long> ids = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            "select id from customer where vendor_code = '%s' order by id limit %d"
                .formatted(vendor, LIMIT_ACCOUNTS))) {
      while (rows.next()) {
        ids.add(rows.getLong(1));
      }
    }
    return ids;
  }

  private static long wal(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("select pg_current_wal_insert_lsn() - '0/0'::pg_lsn")) {
      row.next();
      return row.getLong(1);
    }
  }
}
