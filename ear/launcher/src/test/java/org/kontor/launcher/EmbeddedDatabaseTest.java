package org.kontor.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A first start may be killed anywhere; the next one goes on from there. */
class EmbeddedDatabaseTest {

  @TempDir private Path folder;

  private EmbeddedDatabase start() throws Exception {
    return EmbeddedDatabase.start(
        folder.resolve("database"),
        folder.resolve("binaries"),
        Secrets.in(folder.resolve("secrets.properties")),
        new Progress(System.out));
  }

  @Test
  void a_start_that_was_killed_between_user_and_database_is_gone_on_with() throws Exception {
    try (EmbeddedDatabase first = start()) {
      DatabaseAccess kontor = first.administrator();
      String server = kontor.url().substring(0, kontor.url().lastIndexOf('/') + 1);
      DatabaseAccess administrator =
          new DatabaseAccess(server + "postgres", kontor.user(), kontor.password());
      try (Connection connection = administrator.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("drop database kontor");
      }
    }
    try (EmbeddedDatabase second = start();
        Connection connection = second.owner().connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select current_database(), current_user")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isEqualTo("kontor");
      assertThat(row.getString(2)).isEqualTo("kontor_owner");
    }
  }
}
