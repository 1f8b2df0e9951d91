package org.kontor.system.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongFunction;
import org.kontor.launcher.Progress;

/**
 * How long a log-in waits for its access decision, beside a trivial answer of the same server, and
 * how long a night's evaluation of the whole book takes: in a book of N accounts of which every
 * twentieth owes something.
 *
 * <p>Arguments: the checkout's folder, then the sizes.
 */
public final class AccessBenchmark {

  private static final int CONNECTIONS = 8;

  /** Until the compiler of a server just started has done its work: here it takes a core of two. */
  private static final Duration WARM_UP = Duration.ofSeconds(60);

  private static final Duration MEASURED = Duration.ofSeconds(20);

  private final Progress progress = new Progress(System.out);
  private final StringBuilder report =
      new StringBuilder(
          "| accounts | restricted | asked | a second | p50 | p99 | p99.9 | a trivial answer: a"
              + " second | p99 | night: accounts | changes | seconds | server peak |\n"
              + "|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");

  private AccessBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    AccessBenchmark benchmark = new AccessBenchmark();
    Path root = Path.of(arguments[0]);
    try (Installation installation = Installation.start(root, benchmark.progress)) {
      for (String size : Arrays.asList(arguments).subList(1, arguments.length)) {
        benchmark.measure(installation, Integer.parseInt(size));
      }
    }
    Files.writeString(
        root.resolve("system-tests/target/benchmark-access.md"), benchmark.report.toString());
    benchmark.progress.print(benchmark.report.toString());
    System.exit(0);
  }

  private void measure(Installation installation, int accounts) throws Exception {
    progress.say("Book of " + accounts + " accounts: loading");
    Rest rest = installation.rest();
    GeneratedBook.begin(rest);
    try (Connection connection = installation.administrator().connect()) {
      GeneratedBook.load(connection, accounts);
      GeneratedBook.everyTwentiethOwes(connection, accounts);
    }
    progress.say("Book of " + accounts + " accounts: the night before 12 March");
    installation.meter().resetPeaks();
    rest.post("clock/advance", "{\"to\":\"2026-03-12T06:00:00Z\"}");
    Night night = night(rest, GeneratedBook.MONTHLY).and(night(rest, GeneratedBook.DAILY));
    long restricted = restricted(installation);
    progress.say("Asking on " + CONNECTIONS + " connections");
    LongFunction<String> decision =
        random -> {
          long n = 1 + Math.floorMod(random, (long) accounts);
          return "/api/v1/access-decisions?subscription="
              + (2_000_000L + accounts + n)
              + "&person="
              + GeneratedBook.person(accounts, n);
        };
    ask(installation, decision, WARM_UP);
    Asked decisions = ask(installation, decision, MEASURED);
    Asked trivial = ask(installation, random -> "/api/v1/clock", MEASURED);
    report.append(
        "| %,d | %,d | %,d | %,d | %.1f ms | %.1f ms | %.1f ms | %,d | %.1f ms | %,d | %,d | %.1f | %,d MB |%n"
            .formatted(
                accounts,
                restricted,
                decisions.nanos().length,
                decisions.perSecond(),
                decisions.millis(0.5),
                decisions.millis(0.99),
                decisions.millis(0.999),
                trivial.perSecond(),
                trivial.millis(0.99),
                accounts,
                night.changes(),
                night.seconds(),
                installation.meter().serverPeakMb()));
  }

  /** What the evaluation of one vendor's accounts took. */
  private record Night(long changes, double seconds) {
    Night and(Night other) {
      return new Night(changes + other.changes, seconds + other.seconds);
    }
  }

  private static Night night(Rest rest, String vendor) throws IOException, InterruptedException {
    for (JsonNode run : rest.get("runs?vendor=" + vendor + "&kind=ACCESS").get("items")) {
      if (run.get("date").asText().equals("2026-03-12")) {
        double seconds =
            Duration.between(
                        Instant.parse(run.get("startedAt").asText()),
                        Instant.parse(run.get("finishedAt").asText()))
                    .toMillis()
                / 1000.0;
        return new Night(run.get("documents").asLong(), seconds);
      }
    }
    throw new IllegalStateException("no evaluation of " + vendor);
  }

  private static long restricted(Installation installation) throws Exception {
    try (Connection connection = installation.administrator().connect();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery("select count(*) from access_case where closed_at is null")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static Asked ask(Installation installation, LongFunction<String> paths, Duration time)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      long begin = System.nanoTime();
      long end = begin + time.toNanos();
      List<Callable<long[]>> tasks = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        tasks.add(() -> asked(installation, paths, end));
      }
      List<long[]> all = new ArrayList<>();
      for (Future<long[]> future : threads.invokeAll(tasks)) {
        all.add(future.get());
      }
      long[] sorted = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
      return new Asked(sorted, (System.nanoTime() - begin) / 1e9);
    } finally {
      threads.shutdownNow();
    }
  }

  private static long[] asked(Installation installation, LongFunction<String> paths, long end)
      throws IOException {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long[] nanos = new long[1 << 20];
    int count = 0;
    try (Wire wire = new Wire(installation.server().base(), installation.key())) {
      for (long now = System.nanoTime(); now < end && count < nanos.length; ) {
        wire.get(paths.apply(random.nextLong()));
        long after = System.nanoTime();
        nanos[count++] = after - now;
        now = after;
      }
    }
    return Arrays.copyOf(nanos, count);
  }

  /**
   * @param nanos each answer's time, ascending
   */
  private record Asked(long[] nanos, double seconds) {

    long perSecond() {
      return Math.round(nanos.length / seconds);
    }

    double millis(double share) {
      return nanos[(int) Math.min(nanos.length - 1L, (long) (share * nanos.length))] / 1e6;
    }
  }
}
