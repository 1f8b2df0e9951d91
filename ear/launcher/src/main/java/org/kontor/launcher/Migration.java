package org.kontor.launcher;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * Brings the schema to the version of this build, as the database's owner. The application itself
 * connects as {@code kontor_app}, which has only the rights that the migrations grant.
 */
public final class Migration {

  private static final String APPLICATION = "kontor_app";
  // Kept: a logger without a reference forgets its level.
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  private Migration() {}

  /**
   * @param owner may create in schema public, and may create roles
   * @param applicationPassword from now on the password of {@code kontor_app}
   * @return how the application reaches the database
   * @throws Fault if the database does not answer, refuses, or has a schema that is not ours
   */
  public static DatabaseAccess apply(
      DatabaseAccess owner, String applicationPassword, Progress progress) {
    FLYWAY.setLevel(Level.WARNING);
    applicationRole(owner, applicationPassword);
    try {
      MigrateResult result =
          Flyway.configure()
              .dataSource(owner.url(), owner.user(), owner.password())
              .locations("classpath:db/migration")
              .load()
              .migrate();
      progress.say(
          result.migrationsExecuted == 0
              ? "Schema: up to date"
              : "Schema: %d migrations applied, now at version %s"
                  .formatted(result.migrationsExecuted, result.targetSchemaVersion));
    } catch (FlywayException e) {
      throw new Fault(
          "The schema cannot be brought up to date: " + withoutAdvice(e),
          "Restore a backup or mend the schema; for a throw-away database start with --fresh.",
          e);
    }
    return owner.as(APPLICATION, applicationPassword);
  }

  private static void applicationRole(DatabaseAccess owner, String password) {
    try (Connection connection = owner.connect()) {
      boolean known = exists(connection, "select 1 from pg_roles where rolname = ?", APPLICATION);
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            (known ? "alter role " : "create role ")
                + APPLICATION
                + " login password "
                + literal(password));
      } catch (SQLException e) {
        throw new Fault(
            "The user %s may not %s the role %s, as which the application connects."
                .formatted(owner.user(), known ? "change" : "create", APPLICATION),
            "Have an administrator run: alter role \"%s\" createrole%s;"
                .formatted(
                    owner.user(),
                    known
                        ? "; grant %s to \"%s\" with admin option"
                            .formatted(APPLICATION, owner.user())
                        : ""),
            e);
      }
    } catch (SQLException e) {
      throw new Fault(
          "The database does not let us in (%s): %s".formatted(owner, oneLine(e)),
          "Check that it runs, and check --database-url, --database-user and --database-password.",
          e);
    }
  }

  static boolean exists(Connection connection, String query, String argument) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, argument);
      return statement.executeQuery().next();
    }
  }

  /** For statements that take no parameters, such as {@code create role}. */
  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** Flyway adds a line about its own pages. */
  private static String withoutAdvice(FlywayException e) {
    return e.getMessage()
        .lines()
        .filter(line -> !line.contains("http"))
        .collect(Collectors.joining("\n    "));
  }

  private static String oneLine(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
