package org.kontor.system.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kontor.launcher.Progress;
import org.kontor.system.client.http.Page;
import org.kontor.system.client.http.Surfer;

/**
 * How long customers wait for their pages in a book of N accounts and M invoices: each kind of page
 * asked by one reader after the other, then many people at once who click through the main flows
 * with a pause between two clicks.
 *
 * <p>Arguments: the checkout's folder, accounts, invoices, people at once, seconds of clicking.
 */
public final class ClientBenchmark {

  private static final int ASKED = 200;
  private static final int WARM_UP = 60;

  /** Between two clicks of one person, on average. */
  private static final int PAUSE_MILLIS = 2_000;

  private static final Pattern INVOICE = Pattern.compile("/client/invoice\\?id=\\d+");
  private static final Pattern DOWNLOAD = Pattern.compile("/client/document\\?id=\\d+");
  private static final Pattern HEAP = Pattern.compile("used (\\d+)K");

  private final Progress progress = new Progress(System.out);
  private final StringBuilder report = new StringBuilder();
  private final int accounts;
  private final int invoices;
  private final int people;
  private final Duration clicking;

  private ClientBenchmark(int accounts, int invoices, int people, Duration clicking) {
    this.accounts = accounts;
    this.invoices = invoices;
    this.people = people;
    this.clicking = clicking;
  }

  public static void main(String[] arguments) throws Exception {
    ClientBenchmark benchmark =
        new ClientBenchmark(
            number(arguments, 1, 1_000_000),
            number(arguments, 2, 5_000_000),
            number(arguments, 3, 200),
            Duration.ofSeconds(number(arguments, 4, 600)));
    Path root = Path.of(arguments[0]);
    try (Installation installation = Installation.start(root, benchmark.progress)) {
      benchmark.load(installation);
      benchmark.askEachPage(installation);
      benchmark.click(installation);
    }
    Files.writeString(
        root.resolve("system-tests/target/benchmark-client.md"), benchmark.report.toString());
    benchmark.progress.print(benchmark.report.toString());
    System.exit(0);
  }

  private static int number(String[] arguments, int at, int otherwise) {
    return arguments.length > at ? Integer.parseInt(arguments[at]) : otherwise;
  }

  private void load(Installation installation) throws Exception {
    progress.say("Book of " + accounts + " accounts and " + invoices + " invoices: loading");
    Rest rest = installation.rest();
    GeneratedBook.begin(rest);
    try (Connection connection = installation.administrator().connect()) {
      GeneratedBook.load(connection, accounts);
      GeneratedBook.everyTwentiethOwes(connection, accounts);
      PastMonths.of(connection, accounts, Math.max(1, invoices / (accounts / 2)));
    }
  }

  /** Somebody signed in, who belongs to the n-th customer of a vendor. */
  private Surfer reader(Installation installation, String vendor, long n) {
    long customer = n + (vendor.equals(GeneratedBook.DAILY) ? accounts / 2 : 0);
    Surfer surfer = new Surfer(installation.server().base(), vendor);
    surfer.cookies().put("__Host-kontor", PastMonths.token(customer));
    return surfer;
  }

  private long anybody() {
    return ThreadLocalRandom.current().nextLong(1, accounts / 2 + 1L);
  }

  private void askEachPage(Installation installation) {
    report.append("| page | p50 | p95 | longest |\n|---|---:|---:|---:|\n");
    measure(installation, GeneratedBook.MONTHLY, "home", reader -> Flow.HOME);
    measure(installation, GeneratedBook.MONTHLY, "invoices", reader -> Flow.INVOICES);
    measure(installation, GeneratedBook.MONTHLY, "invoices of a year", reader -> Flow.YEAR);
    measure(installation, GeneratedBook.MONTHLY, "invoices by number", reader -> Flow.NUMBER);
    measure(installation, GeneratedBook.MONTHLY, "an invoice of the list", reader -> Flow.ROW);
    measure(installation, GeneratedBook.MONTHLY, "its PDF", reader -> Flow.DOCUMENT);
    measure(installation, GeneratedBook.MONTHLY, "export of the list", reader -> Flow.EXPORT);
    measure(installation, GeneratedBook.MONTHLY, "services", reader -> Flow.SERVICES);
    measure(installation, GeneratedBook.MONTHLY, "timeline", reader -> Flow.TIMELINE);
    measure(installation, GeneratedBook.MONTHLY, "company", reader -> Flow.COMPANY);
    measure(installation, GeneratedBook.MONTHLY, "people", reader -> Flow.PEOPLE);
    measure(installation, GeneratedBook.MONTHLY, "messages", reader -> Flow.MESSAGES);
    measure(installation, GeneratedBook.DAILY, "home with a balance", reader -> Flow.HOME);
    measure(installation, GeneratedBook.DAILY, "wallet", reader -> Flow.WALLET);
    measure(installation, GeneratedBook.DAILY, "movements by months", reader -> Flow.MOVEMENTS);
    measure(installation, GeneratedBook.DAILY, "movements of a period", reader -> Flow.PERIOD);
    measure(installation, GeneratedBook.DAILY, "use", reader -> Flow.USE);
  }

  private void measure(
      Installation installation, String vendor, String name, IntFunction<Flow> flow) {
    long[] nanos = new long[ASKED];
    for (int i = -WARM_UP; i < ASKED; i++) {
      try (Surfer reader = reader(installation, vendor, anybody())) {
        long took = flow.apply(i).timed(reader);
        if (i >= 0) {
          nanos[i] = took;
        }
      }
    }
    Arrays.sort(nanos);
    report.append(
        "| %s | %.0f ms | %.0f ms | %.0f ms |%n"
            .formatted(name, millis(nanos, 0.5), millis(nanos, 0.95), millis(nanos, 1)));
  }

  private void click(Installation installation) throws Exception {
    progress.say(people + " people click for " + clicking.toSeconds() + " seconds");
    long heapBefore = heap(installation);
    long end = System.nanoTime() + clicking.toNanos();
    ExecutorService crowd = Executors.newFixedThreadPool(people);
    List<long[]> all = new ArrayList<>();
    int errors = 0;
    try {
      List<Callable<Clicked>> tasks = new ArrayList<>();
      for (int i = 0; i < people; i++) {
        tasks.add(() -> clicked(installation, end));
      }
      for (Future<Clicked> one : crowd.invokeAll(tasks)) {
        all.add(one.get().nanos());
        errors += one.get().errors();
      }
    } finally {
      crowd.shutdownNow();
    }
    long[] sorted = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    long heapAfter = heap(installation);
    report.append(
        """

        | people at once | seconds | pages | a second | errors | p50 | p95 | p99 | heap before | after | server peak |
        |---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
        | %,d | %,d | %,d | %.0f | %,d | %.0f ms | %.0f ms | %.0f ms | %,d MB | %,d MB | %,d MB |
        """
            .formatted(
                people,
                clicking.toSeconds(),
                sorted.length,
                sorted.length / (double) clicking.toSeconds(),
                errors,
                millis(sorted, 0.5),
                millis(sorted, 0.95),
                millis(sorted, 0.99),
                heapBefore,
                heapAfter,
                installation.meter().serverPeakMb()));
  }

  private Clicked clicked(Installation installation, long end) throws InterruptedException {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    List<Long> nanos = new ArrayList<>();
    int errors = 0;
    boolean daily = random.nextBoolean();
    Flow[] ways = daily ? Flow.OF_BALANCE : Flow.OF_INVOICES;
    try (Surfer reader =
        reader(installation, daily ? GeneratedBook.DAILY : GeneratedBook.MONTHLY, anybody())) {
      while (System.nanoTime() < end) {
        try {
          nanos.add(ways[random.nextInt(ways.length)].timed(reader));
        } catch (IllegalStateException | java.io.UncheckedIOException e) {
          errors++;
        }
        Thread.sleep(random.nextInt(2 * PAUSE_MILLIS));
      }
    }
    return new Clicked(nanos.stream().mapToLong(Long::longValue).toArray(), errors);
  }

  private record Clicked(long[] nanos, int errors) {}

  /** What is alive on the server's heap, in megabytes. */
  private static long heap(Installation installation) throws IOException, InterruptedException {
    String pid = Long.toString(installation.server().process().pid());
    told("jcmd", pid, "GC.run");
    Matcher used = HEAP.matcher(told("jcmd", pid, "GC.heap_info"));
    return used.find() ? Long.parseLong(used.group(1)) / 1024 : -1;
  }

  private static String told(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    process.waitFor();
    return said;
  }

  private static double millis(long[] sorted, double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))] / 1e6;
  }

  /** What people do; the last request of it is timed. */
  private enum Flow {
    HOME("/client/home"),
    INVOICES("/client/invoices"),
    YEAR("/client/invoices?year=2025"),
    NUMBER("/client/invoices?number=B-2"),
    ROW("/client/invoices") {
      @Override
      long timed(Surfer reader) {
        Matcher row = INVOICE.matcher(read(reader, address()));
        return row.find() ? time(reader, row.group()) : time(reader, "/client/home");
      }
    },
    DOCUMENT("/client/invoices") {
      @Override
      long timed(Surfer reader) {
        Matcher row = DOWNLOAD.matcher(read(reader, address()));
        return row.find() ? time(reader, row.group()) : time(reader, "/client/home");
      }
    },
    SERVICES("/client/services"),
    TIMELINE("/client/timeline"),
    COMPANY("/client/company"),
    PEOPLE("/client/people"),
    MESSAGES("/client/messages"),
    EXPORT("/client/export?list=invoices&as=csv"),
    PAY("/client/pay"),
    PROFILE("/client/profile"),
    WALLET("/client/wallet"),
    MOVEMENTS("/client/movements"),
    PERIOD("/client/movements?from=2026-01-01"),
    USE("/client/use");

    static final Flow[] OF_INVOICES = {
      HOME, INVOICES, YEAR, ROW, DOCUMENT, PAY, SERVICES, TIMELINE, PEOPLE, PROFILE
    };
    static final Flow[] OF_BALANCE = {HOME, WALLET, MOVEMENTS, PERIOD, USE, PAY, PROFILE};

    private final String address;

    Flow(String address) {
      this.address = address;
    }

    String address() {
      return address;
    }

    /** Nanoseconds until the whole answer was there. */
    long timed(Surfer reader) {
      return time(reader, address);
    }

    static long time(Surfer reader, String address) {
      long began = System.nanoTime();
      read(reader, address);
      return System.nanoTime() - began;
    }

    static String read(Surfer reader, String address) {
      Page page = reader.get(address);
      if (page.status() != 200) {
        throw new IllegalStateException(address + " answered " + page.status());
      }
      return page.text();
    }
  }
}
