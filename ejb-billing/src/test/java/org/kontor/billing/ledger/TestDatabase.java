package org.kontor.billing.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.kontor.crm.platform.boundary.DatabaseFault;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.launcher.DatabaseAccess;
import org.kontor.launcher.EmbeddedDatabase;
import org.kontor.launcher.Migration;
import org.kontor.launcher.Progress;
import org.kontor.launcher.Secrets;

/**
 * A real PostgreSQL with our schema, and a {@link Sql} on it with the rights of the application.
 * Each thread has a transaction of its own, ended by {@link #commit} or {@link #rollback}.
 */
public final class TestDatabase implements AutoCloseable {

  private final EmbeddedDatabase server;
  private final DatabaseAccess application;
  private final ThreadLocal<Connection> connections = new ThreadLocal<>();

  public final Sql sql =
      new Sql() {
        @Override
        public <T> T with(Work<T> work) {
          try {
            return work.apply(connection());
          } catch (SQLException e) {
            throw new DatabaseFault(e);
          }
        }
      };

  public TestDatabase(Path folder) {
    try {
      Progress silent =
          new Progress(
              new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
      Secrets secrets = Secrets.in(folder.resolve("secrets"));
      // Of each fork its own: two that unpack at once would use what the other has half unpacked
      String fork = System.getProperty("surefire.forkNumber", "1");
      Path binaries = Path.of("target", "postgres-binaries-" + fork).toAbsolutePath();
      server = EmbeddedDatabase.start(folder.resolve("database"), binaries, secrets, silent);
      application = Migration.apply(server.owner(), secrets.get("test.application"), silent);
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public void commit() {
    end(true);
  }

  public void rollback() {
    end(false);
  }

  private Connection connection() throws SQLException {
    Connection connection = connections.get();
    if (connection == null) {
      connection = application.connect();
      connection.setAutoCommit(false);
      connections.set(connection);
    }
    return connection;
  }

  private void end(boolean commit) {
    try (Connection connection = connections.get()) {
      if (connection != null) {
        if (commit) {
          connection.commit();
        } else {
          connection.rollback();
        }
      }
    } catch (SQLException e) {
      throw new DatabaseFault(e);
    } finally {
      connections.remove();
    }
  }

  @Override
  public void close() throws IOException {
    rollback();
    server.close();
  }
}
