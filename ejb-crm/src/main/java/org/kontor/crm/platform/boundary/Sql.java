package org.kontor.crm.platform.boundary;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Plain SQL on the one data source, inside the caller's transaction. For sets and appends; single
 * rows with a life of their own are entities.
 */
@ApplicationScoped
public class Sql {

  /** Rows that a cursor holds in memory. */
  private static final int FETCHED = 500;

  @Resource(lookup = "java:comp/DefaultDataSource")
  private DataSource dataSource;

  public <T> List<T> list(Row<T> mapper, String sql, Object... args) {
    return with(
        connection -> {
          try (PreparedStatement statement = prepare(connection, sql, args);
              ResultSet rows = statement.executeQuery()) {
            List<T> result = new ArrayList<>();
            while (rows.next()) {
              result.add(mapper.map(rows));
            }
            return result;
          }
        });
  }

  public <T> Optional<T> one(Row<T> mapper, String sql, Object... args) {
    return list(mapper, sql, args).stream().findFirst();
  }

  /**
   * Hands on each row as it comes, a few hundred in memory at a time. Wants a transaction: outside
   * of one the driver would read all rows at once.
   */
  public <T> void each(Row<T> mapper, Consumer<T> taker, String sql, Object... args) {
    with(
        connection -> {
          try (PreparedStatement statement = prepare(connection, sql, args)) {
            statement.setFetchSize(FETCHED);
            try (ResultSet rows = statement.executeQuery()) {
              while (rows.next()) {
                taker.accept(mapper.map(rows));
              }
            }
          }
          return null;
        });
  }

  /** Rows changed. */
  public int update(String sql, Object... args) {
    return with(
        connection -> {
          try (PreparedStatement statement = prepare(connection, sql, args)) {
            return statement.executeUpdate();
          }
        });
  }

  /** One statement for many rows. */
  public void batch(String sql, List<Object[]> rows) {
    if (rows.isEmpty()) {
      return;
    }
    with(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
              bind(statement, row);
              statement.addBatch();
            }
            return statement.executeBatch();
          }
        });
  }

  /**
   * For COPY, arrays and cursors. The connection takes part in the transaction; do not close it.
   */
  public <T> T with(Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      return work.apply(connection);
    } catch (SQLException e) {
      throw new DatabaseFault(e);
    }
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... args)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    bind(statement, args);
    return statement;
  }

  private static void bind(PreparedStatement statement, Object... args) throws SQLException {
    for (int i = 0; i < args.length; i++) {
      Object arg = args[i];
      if (arg instanceof Instant instant) {
        arg = OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
      } else if (arg instanceof Enum<?> constant) {
        arg = constant.name();
      }
      statement.setObject(i + 1, arg);
    }
  }

  /** Reads one row. */
  @FunctionalInterface
  public interface Row<T> {
    T map(ResultSet row) throws SQLException;
  }

  /** Uses a connection. */
  @FunctionalInterface
  public interface Work<T> {
    T apply(Connection connection) throws SQLException;
  }
}
