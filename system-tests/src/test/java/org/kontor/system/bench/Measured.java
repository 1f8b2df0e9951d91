package org.kontor.system.bench;

import java.util.List;

/**
 * Figures of one run.
 *
 * @param done documents issued, or accounts charged
 * @param rows inserted and updated for each document or charged account
 * @param cpuSeconds of server and database together
 */
record Measured(
    int accounts,
    String kind,
    long done,
    double rows,
    double seconds,
    double cpuSeconds,
    long walBytes,
    long serverMb,
    long databaseMb,
    long batchLimit,
    long copyLimit) {

  private long perSecond() {
    return Math.round(done / seconds);
  }

  static String report(List<Measured> results) {
    StringBuilder out = new StringBuilder();
    out.append(
            "| accounts | run | done | seconds | a second | limit: JDBC batch | limit: COPY | of"
                + " the batch")
        .append(" limit | CPU each | rows each | WAL each | server peak | database peak |\n")
        .append("|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
    for (Measured m : results) {
      out.append(
          "| %,d | %s | %,d | %.1f | %,d | %,d | %,d | %d %% | %.0f µs | %.1f | %,d B | %,d MB | %,d MB |%n"
              .formatted(
                  m.accounts,
                  m.kind,
                  m.done,
                  m.seconds,
                  m.perSecond(),
                  m.batchLimit,
                  m.copyLimit,
                  Math.round(100.0 * m.perSecond() / m.batchLimit),
                  m.cpuSeconds * 1e6 / m.done,
                  m.rows,
                  m.walBytes / m.done,
                  m.serverMb,
                  m.databaseMb));
    }
    return out.toString();
  }
}
