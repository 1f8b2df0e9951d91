package org.kontor.system.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.kontor.launcher.DatabaseAccess;
import org.postgresql.PGConnection;

/**
 * The limit of the machine: the very rows that a run wrote, written again into tables of the same
 * form by two connections that do nothing else, 1,000 accounts a transaction. The balance and the
 * subscription of each account are updated too, as the run does.
 */
final class Limit {

  private static final int CHUNK = 1_000;
  private static final int CONNECTIONS = 2;

  /** The balance and the subscription. */
  private static final int UPDATED = 2;

  private final DatabaseAccess database;
  private final String vendor;
  private final Map<String, String> rowsOf;

  /**
   * @param rowsOf table to the condition that picks the run's rows for accounts {@code >= ? and <
   *     ?}
   */
  Limit(DatabaseAccess database, String vendor, Map<String, String> rowsOf) {
    this.database = database;
    this.vendor = vendor;
    this.rowsOf = new LinkedHashMap<>(rowsOf);
  }

  /** Rows that the run inserted for each of these accounts, and the two that it updated. */
  double rowsEach(List<Long> accounts) throws SQLException {
    long rows = 0;
    try (Connection connection = database.connect()) {
      for (Map.Entry<String, String> table : rowsOf.entrySet()) {
        rows += count(connection, table.getKey(), table.getValue(), accounts);
      }
    }
    return rows / (double) accounts.size() + UPDATED;
  }

  private static long count(
      Connection connection, String table, String condition, List<Long> accounts)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select count(*) from " + table + " where " + condition)) {
      statement.setLong(1, accounts.get(0));
      statement.setLong(2, accounts.get(accounts.size() - 1));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** Accounts a second with JDBC batches and {@code reWriteBatchedInserts}. */
  long jdbcBatch(List<Long> accounts) throws Exception {
    return measure(accounts, this::batchTask);
  }

  /** Accounts a second with COPY. */
  long copy(List<Long> accounts) throws Exception {
    return measure(accounts, this::copyTask);
  }

  private long measure(List<Long> accounts, Preparation preparation) throws Exception {
    createTables();
    List<Callable<Void>> tasks = new ArrayList<>();
    int share = accounts.size() / CONNECTIONS;
    for (int i = 0; i < CONNECTIONS; i++) {
      tasks.add(preparation.of(accounts.subList(i * share, (i + 1) * share)));
    }
    ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    long start = System.nanoTime();
    try {
      for (Future<Void> future : threads.invokeAll(tasks)) {
        future.get();
      }
    } catch (ExecutionException e) {
      throw (Exception) e.getCause();
    } finally {
      threads.shutdownNow();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    dropTables();
    return Math.round(share * CONNECTIONS / seconds);
  }

  /** Rows are read beforehand, so that only the writing is measured. */
  private Callable<Void> batchTask(List<Long> accounts) throws SQLException {
    List<Map<String, List<Object[]>>> chunks = new ArrayList<>();
    try (Connection connection = database.connect()) {
      for (List<Long> chunk : chunks(accounts)) {
        Map<String, List<Object[]>> rows = new LinkedHashMap<>();
        for (Map.Entry<String, String> table : rowsOf.entrySet()) {
          rows.put(table.getKey(), read(connection, table.getKey(), table.getValue(), chunk));
        }
        chunks.add(rows);
      }
    }
    List<List<Long>> ids = chunks(accounts);
    return () -> {
      try (Connection connection = open()) {
        for (int i = 0; i < chunks.size(); i++) {
          for (Map.Entry<String, List<Object[]>> table : chunks.get(i).entrySet()) {
            insert(connection, table.getKey(), table.getValue());
          }
          update(connection, ids.get(i), true);
          connection.commit();
        }
      }
      return null;
    };
  }

  private Callable<Void> copyTask(List<Long> accounts) throws SQLException, IOException {
    List<Map<String, byte[]>> chunks = new ArrayList<>();
    try (Connection connection = database.connect()) {
      for (List<Long> chunk : chunks(accounts)) {
        Map<String, byte[]> rows = new LinkedHashMap<>();
        for (Map.Entry<String, String> table : rowsOf.entrySet()) {
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          String condition =
              table
                  .getValue()
                  .replaceFirst("\\?", chunk.get(0).toString())
                  .replaceFirst("\\?", chunk.get(chunk.size() - 1).toString());
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyOut(
                  "copy (select * from " + table.getKey() + " where " + condition + ") to stdout",
                  out);
          rows.put(table.getKey(), out.toByteArray());
        }
        chunks.add(rows);
      }
    }
    List<List<Long>> ids = chunks(accounts);
    return () -> {
      try (Connection connection = open()) {
        for (int i = 0; i < chunks.size(); i++) {
          for (Map.Entry<String, byte[]> table : chunks.get(i).entrySet()) {
            connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                    "copy limit_" + table.getKey() + " from stdin",
                    new ByteArrayInputStream(table.getValue()));
          }
          update(connection, ids.get(i), false);
          connection.commit();
        }
      }
      return null;
    };
  }

  private Connection open() throws SQLException {
    Connection connection =
        new DatabaseAccess(
                database.url() + "?reWriteBatchedInserts=true",
                database.user(),
                database.password())
            .connect();
    connection.setAutoCommit(false);
    return connection;
  }

  private static List<List<Long>> chunks(List<Long> accounts) {
    List<List<Long>> chunks = new ArrayList<>();
    for (int from = 0; from < accounts.size(); from += CHUNK) {
      chunks.add(accounts.subList(from, Math.min(accounts.size(), from + CHUNK)));
    }
    return chunks;
  }

  private static List<Object[]> read(
      Connection connection, String table, String condition, List<Long> accounts)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select * from " + table + " where " + condition)) {
      statement.setLong(1, accounts.get(0));
      statement.setLong(2, accounts.get(accounts.size() - 1));
      List<Object[]> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        int columns = result.getMetaData().getColumnCount();
        while (result.next()) {
          Object[] row = new Object[columns];
          for (int i = 0; i < columns; i++) {
            row[i] = result.getObject(i + 1);
          }
          rows.add(row);
        }
      }
      return rows;
    }
  }

  private static void insert(Connection connection, String table, List<Object[]> rows)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    String marks = "?" + ", ?".repeat(rows.get(0).length - 1);
    try (PreparedStatement statement =
        connection.prepareStatement("insert into limit_" + table + " values (" + marks + ")")) {
      for (Object[] row : rows) {
        for (int i = 0; i < row.length; i++) {
          statement.setObject(i + 1, row[i]);
        }
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void update(Connection connection, List<Long> accounts, boolean oneByOne)
      throws SQLException {
    String balance = "update limit_ledger_account set debit_minor = debit_minor + 100 where id ";
    String through =
        "update limit_subscription set charged_through = date '2026-03-31' where customer_id ";
    if (oneByOne) {
      try (PreparedStatement balances = connection.prepareStatement(balance + "= ?");
          PreparedStatement periods = connection.prepareStatement(through + "= ?")) {
        for (long account : accounts) {
          balances.setLong(1, account * 8);
          balances.addBatch();
          periods.setLong(1, account);
          periods.addBatch();
        }
        balances.executeBatch();
        periods.executeBatch();
      }
      return;
    }
    try (PreparedStatement balances = connection.prepareStatement(balance + "= any(?)");
        PreparedStatement periods = connection.prepareStatement(through + "= any(?)")) {
      Object[] ids = accounts.stream().map(account -> account * 8).toArray();
      balances.setArray(1, connection.createArrayOf("bigint", ids));
      balances.executeUpdate();
      periods.setArray(1, connection.createArrayOf("bigint", accounts.toArray()));
      periods.executeUpdate();
    }
  }

  private void createTables() throws SQLException {
    dropTables();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String table : rowsOf.keySet()) {
        statement.execute("create table limit_" + table + " (like " + table + " including all)");
      }
      for (String table : List.of("ledger_account", "subscription")) {
        statement.execute("create table limit_" + table + " (like " + table + " including all)");
        statement.execute(
            "insert into limit_"
                + table
                + " select * from "
                + table
                + " where vendor_code = '"
                + vendor
                + "'");
        statement.execute("analyze limit_" + table);
      }
      statement.execute("checkpoint");
    }
  }

  private void dropTables() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>(rowsOf.keySet());
      tables.addAll(List.of("ledger_account", "subscription"));
      for (String table : tables) {
        statement.execute("drop table if exists limit_" + table);
      }
    }
  }

  /** Gets everything ready and gives what is to be measured. */
  private interface Preparation {
    Callable<Void> of(List<Long> accounts) throws SQLException, IOException;
  }
}
