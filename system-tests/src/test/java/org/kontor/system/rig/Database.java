package org.kontor.system.rig;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the database behind the server's back, and damages it for tests of damage. */
public final class Database implements AutoCloseable {

  private final Connection connection;

  public Database(Connection connection) {
    this.connection = connection;
  }

  /** All rows, each as its columns' texts; null is "". */
  public List<List<String>> rows(String query, Object... arguments) {
    try (PreparedStatement statement = prepared(query, arguments);
        ResultSet result = statement.executeQuery()) {
      List<List<String>> rows = new ArrayList<>();
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> row = new ArrayList<>(columns);
        for (int column = 1; column <= columns; column++) {
          String text = result.getString(column);
          row.add(text == null ? "" : text);
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  /** The one value of a query. */
  public String value(String query, Object... arguments) {
    return rows(query, arguments).get(0).get(0);
  }

  public long number(String query, Object... arguments) {
    return Long.parseLong(value(query, arguments));
  }

  /** Changes rows as the owner could: gives how many. */
  public int change(String statement, Object... arguments) {
    try (PreparedStatement prepared = prepared(statement, arguments)) {
      return prepared.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  /** How many rows each table has, partitions counted with their table. */
  public Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    rows("select relname from pg_class where relnamespace = 'public'::regnamespace"
            + " and relkind in ('r', 'p') and not relispartition order by 1")
        .forEach(
            row -> counts.put(row.get(0), number("select count(*) from \"" + row.get(0) + "\"")));
    return counts;
  }

  /**
   * Ends all connections of the server at once, wherever their transactions stand: for those it is
   * as if the server had died, but it need not be started again.
   */
  public void cutOff(String user) {
    for (List<String> row : rows("select pid from pg_stat_activity where usename = ?", user)) {
      // As pg_terminate_backend does, for which the owner of the schema lacks the right
      ProcessHandle.of(Long.parseLong(row.get(0))).ifPresent(ProcessHandle::destroy);
    }
  }

  private PreparedStatement prepared(String query, Object... arguments) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(query);
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
    return statement;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
