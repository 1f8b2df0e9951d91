package org.kontor.crm.platform.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which schema version this build needs, and which one the database has. A newer schema is fine:
 * migrations first add, and take away only a version later.
 */
@Stateless
public class SchemaState {

  private static final String LIST = "/META-INF/kontor-schema.txt";
  private static final Pattern MIGRATION = Pattern.compile("V(\\d+)__.*\\.sql");

  private final int needed = readNeeded();
  private Sql sql;

  /** For the container. */
  public SchemaState() {}

  @Inject
  public SchemaState(Sql sql) {
    this.sql = sql;
  }

  /** The highest migration that existed when this was built. */
  public int needed() {
    return needed;
  }

  /**
   * The highest migration that the database has, 0 for none.
   *
   * @throws RuntimeException if the database does not answer
   */
  public int found() {
    return sql.one(
            row -> row.getInt(1),
            "select coalesce(max(version::int), 0) from flyway_schema_history"
                + " where success and version is not null")
        .orElse(0);
  }

  private static int readNeeded() {
    try (InputStream list = SchemaState.class.getResourceAsStream(LIST)) {
      if (list == null) {
        throw new IllegalStateException("The build left out " + LIST);
      }
      return new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))
          .lines()
          .map(MIGRATION::matcher)
          .filter(Matcher::matches)
          .mapToInt(migration -> Integer.parseInt(migration.group(1)))
          .max()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
