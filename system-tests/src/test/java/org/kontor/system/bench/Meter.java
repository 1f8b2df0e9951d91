package org.kontor.system.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the server's and the database's processes used, read from /proc. */
final class Meter implements AutoCloseable {

  private static final double TICKS_PER_SECOND = 100;

  private final ProcessHandle server;
  private final ProcessHandle postmaster;
  private final Thread sampler;
  private volatile long databasePeakKb;
  private volatile long serverPeakKb;
  private volatile boolean running = true;

  Meter(ProcessHandle server, Path databaseFolder) throws IOException {
    this.server = server;
    String pid = Files.readAllLines(databaseFolder.resolve("data/postmaster.pid")).get(0);
    this.postmaster = ProcessHandle.of(Long.parseLong(pid.trim())).orElseThrow();
    this.sampler = new Thread(this::sample, "meter");
    sampler.setDaemon(true);
    sampler.start();
  }

  /** CPU seconds of server and database so far, those of ended connections included. */
  double cpuSeconds() {
    return tree(server) + tree(postmaster);
  }

  void resetPeaks() {
    databasePeakKb = 0;
    serverPeakKb = 0;
  }

  long serverPeakMb() {
    return serverPeakKb / 1024;
  }

  long databasePeakMb() {
    return databasePeakKb / 1024;
  }

  private static double tree(ProcessHandle root) {
    return Stream.concat(Stream.of(root), root.descendants())
        .mapToDouble(process -> ticks(process.pid(), process.equals(root)))
        .sum();
  }

  private static double ticks(long pid, boolean withEnded) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long own = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
      long ended = Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
      return (own + (withEnded ? ended : 0)) / TICKS_PER_SECOND;
    } catch (IOException gone) {
      return 0;
    }
  }

  private void sample() {
    while (running) {
      serverPeakKb = Math.max(serverPeakKb, pss(List.of(server)));
      List<ProcessHandle> database =
          Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
      databasePeakKb = Math.max(databasePeakKb, pss(database));
      try {
        Thread.sleep(500);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Proportional set size: shared buffers count once. */
  private static long pss(List<ProcessHandle> processes) {
    long sum = 0;
    for (ProcessHandle process : processes) {
      try (Stream<String> lines =
          Files.lines(Path.of("/proc/" + process.pid() + "/smaps_rollup"))) {
        Optional<String> line = lines.filter(text -> text.startsWith("Pss:")).findFirst();
        sum += line.map(text -> Long.parseLong(text.replaceAll("\\D+", ""))).orElse(0L);
      } catch (IOException | java.io.UncheckedIOException gone) {
        continue;
      }
    }
    return sum;
  }

  @Override
  public void close() {
    running = false;
    sampler.interrupt();
  }
}
