package org.kontor.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A real PostgreSQL on this machine, from binaries that Maven brings: for trying out, for tests and
 * for benchmarks with honest settings (fsync and synchronous commit on). Its data are kept.
 *
 * <p>It listens on the loopback address only and asks for passwords; it has a database {@code
 * kontor} that belongs to {@code kontor_owner}.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  private static final String OWNER = "kontor_owner";
  // Kept: a logger without a reference forgets its level.
  private static final Logger ZONKY = Logger.getLogger("io.zonky");
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("listen_addresses", "127.0.0.1"),
          Map.entry("unix_socket_directories", ""),
          Map.entry("fsync", "on"),
          Map.entry("synchronous_commit", "on"),
          Map.entry("full_page_writes", "on"),
          Map.entry("max_connections", "120"),
          Map.entry("shared_buffers", "512MB"),
          Map.entry("effective_cache_size", "4GB"),
          Map.entry("work_mem", "16MB"),
          Map.entry("maintenance_work_mem", "256MB"),
          Map.entry("max_wal_size", "4GB"),
          Map.entry("wal_compression", "on"),
          Map.entry("checkpoint_timeout", "15min"),
          Map.entry("random_page_cost", "1.1"),
          Map.entry("jit", "off"),
          Map.entry("timezone", "UTC"));

  private final EmbeddedPostgres postgres;
  private final DatabaseAccess administrator;
  private final DatabaseAccess owner;

  private EmbeddedDatabase(
      EmbeddedPostgres postgres, DatabaseAccess administrator, DatabaseAccess owner) {
    this.postgres = postgres;
    this.administrator = administrator;
    this.owner = owner;
  }

  /**
   * Starts the database of this folder, or makes one there. One that a killed start left running is
   * stopped first.
   *
   * @param folder data in {@code data}, the log beside it
   * @param binaries where the programs are unpacked, shared by all folders
   */
  public static EmbeddedDatabase start(
      Path folder, Path binaries, Secrets secrets, Progress progress)
      throws IOException, InterruptedException, SQLException {
    Path data = folder.resolve("data");
    stopLeftOver(data, progress);
    requireUserNamespaces();
    Files.createDirectories(folder);
    boolean existed = Files.exists(data.resolve("PG_VERSION"));
    if (!existed) {
      // What an interrupted first start left is no database.
      Folders.delete(data);
    }
    progress.say(existed ? "Database: starting" : "Database: first start, making a new one");
    String password = secrets.get("database.administrator");
    EmbeddedPostgres postgres = launch(data, folder.resolve("postgresql.log"), binaries, password);
    String server = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/";
    DatabaseAccess administrator = new DatabaseAccess(server + "postgres", "postgres", password);
    DatabaseAccess owner =
        new DatabaseAccess(server + "kontor", OWNER, secrets.get("database.owner"));
    try {
      lock(data, administrator);
      createDatabase(administrator, owner);
    } catch (SQLException | IOException e) {
      postgres.close();
      throw e;
    }
    progress.say("Database: PostgreSQL answers on port " + postgres.getPort());
    return new EmbeddedDatabase(postgres, administrator, owner);
  }

  /** Removes the database of this folder with all its data, running or not. */
  public static void remove(Path folder, Progress progress)
      throws IOException, InterruptedException {
    stopLeftOver(folder.resolve("data"), progress);
    Folders.delete(folder);
  }

  /** The user who may change the schema. */
  public DatabaseAccess owner() {
    return owner;
  }

  /** The database server's own administrator, in the database {@code kontor}. */
  public DatabaseAccess administrator() {
    return new DatabaseAccess(owner.url(), administrator.user(), administrator.password());
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }

  private static EmbeddedPostgres launch(Path data, Path log, Path binaries, String password)
      throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(binaries.toFile())
            .setRegisterShutdownHook(false)
            .setPort(Ports.any())
            .setPGStartupWait(Duration.ofSeconds(120))
            .setConnectConfig("password", password)
            .setLocaleConfig("locale", "C")
            .setLocaleConfig("locale-provider", "builtin")
            .setLocaleConfig("builtin-locale", "C.UTF-8")
            .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()));
    SETTINGS.forEach(builder::setServerConfig);
    ZONKY.setLevel(Level.WARNING);
    try {
      return builder.start();
    } catch (IOException | IllegalStateException e) {
      throw new Fault(
          "The embedded PostgreSQL did not start: " + e.getMessage(),
          "Read %s, or use a database of your own with --database-url.".formatted(log),
          e);
    }
  }

  private static void stopLeftOver(Path data, Progress progress)
      throws IOException, InterruptedException {
    Optional<ProcessHandle> running = Processes.leftOver(data.resolve("postmaster.pid"), data);
    if (running.isEmpty()) {
      return;
    }
    progress.say("Database: stopping the one that a killed start left behind");
    // INT is PostgreSQL's fast shutdown; TERM would wait for every client to leave.
    if (!Processes.signal(running.get(), "INT", Duration.ofSeconds(60))) {
      throw new Fault(
          "A database of an earlier start does not stop (process %d)."
              .formatted(running.get().pid()),
          "End it with: kill -QUIT " + running.get().pid());
    }
  }

  private static void requireUserNamespaces() throws IOException, InterruptedException {
    if (Processes.isRoot() && !Processes.succeeds("unshare", "-U", "true")) {
      throw new Fault(
          "PostgreSQL refuses to run as root, and this machine gives no user namespace to hide it.",
          "Start as an ordinary user, or use a database of your own with --database-url.");
    }
  }

  /** The binaries trust every local user at first; from here on a password is asked for. */
  private static void lock(Path data, DatabaseAccess administrator)
      throws SQLException, IOException {
    Path rules = data.resolve("pg_hba.conf");
    String wanted = "host all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n";
    if (Files.readString(rules).equals(wanted)) {
      return;
    }
    try (Connection connection = administrator.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "alter role postgres password " + Migration.literal(administrator.password()));
      Files.writeString(rules, wanted);
      statement.execute("select pg_reload_conf()");
    }
  }

  private static void createDatabase(DatabaseAccess administrator, DatabaseAccess owner)
      throws SQLException {
    try (Connection connection = administrator.connect();
        Statement statement = connection.createStatement()) {
      // Each for itself: the first start may have been killed between the two
      if (!Migration.exists(connection, "select 1 from pg_roles where rolname = ?", OWNER)) {
        statement.execute(
            "create role %s login createrole password %s"
                .formatted(OWNER, Migration.literal(owner.password())));
      }
      if (!Migration.exists(connection, "select 1 from pg_database where datname = ?", "kontor")) {
        statement.execute("create database kontor owner " + OWNER);
      }
    }
  }
}
