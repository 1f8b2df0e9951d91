package org.kontor.system.rig;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.kontor.launcher.Checkout;
import org.kontor.launcher.DatabaseAccess;
import org.kontor.launcher.Migration;
import org.kontor.launcher.Progress;
import org.kontor.launcher.Secrets;
import org.kontor.launcher.Server;
import org.kontor.launcher.ServerHome;
import org.kontor.launcher.ServerSettings;
import org.kontor.system.story.Rest;

/**
 * A server process of the test's own, with a database of its own, that may be killed. Killed and
 * started again it finds the same database.
 */
public final class OwnServer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Progress PROGRESS = new Progress(System.out);

  private final Checkout checkout;
  private final ServerSettings settings;
  private final DatabaseAccess owner;
  private final String adminKey;
  private Server server;

  private OwnServer(
      Checkout checkout, ServerSettings settings, DatabaseAccess owner, String adminKey) {
    this.checkout = checkout;
    this.settings = settings;
    this.owner = owner;
    this.adminKey = adminKey;
  }

  /**
   * Prepares a server over a new, empty database; {@link #start} starts it.
   *
   * @param administrator may create databases
   * @param owner who owns the application's databases
   * @param name of the database and of the server's folder
   */
  public static OwnServer prepare(
      Checkout checkout, DatabaseAccess administrator, DatabaseAccess owner, String name, int port)
      throws IOException, InterruptedException, SQLException {
    Path folder = checkout.installation("test-" + name);
    Secrets secrets = Secrets.in(folder.resolve("secrets.properties"));
    try (Connection connection = administrator.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("drop database if exists \"" + name + "\" with (force)");
      statement.execute("create database \"" + name + "\" owner " + owner.user());
    }
    DatabaseAccess own =
        new DatabaseAccess(
            owner.url().replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1"),
            owner.user(),
            owner.password());
    String adminKey = secrets.get("admin-key", "kontor_");
    return new OwnServer(
        checkout,
        settings(ServerHome.prepared(checkout, PROGRESS), folder, port, adminKey),
        own,
        adminKey);
  }

  private static ServerSettings settings(ServerHome home, Path folder, int port, String adminKey) {
    Map<String, String> environment = new HashMap<>();
    environment.put("KONTOR_BOOTSTRAP_ADMIN_KEY", adminKey);
    environment.put("KONTOR_CLOCK_MODE", "SIMULATED");
    return new ServerSettings(
        home, folder.resolve("server"), "127.0.0.1", port, port + 1910, "768m", environment);
  }

  /**
   * @param applicationPassword the role {@code kontor_app} is shared by all databases of a
   *     PostgreSQL, so it must be the one that it has already
   */
  public void start(String applicationPassword) throws IOException, InterruptedException {
    DatabaseAccess application = Migration.apply(owner, applicationPassword, PROGRESS);
    Map<String, String> environment = new HashMap<>(settings.environment());
    environment.put("KONTOR_DB_URL", application.url());
    environment.put("KONTOR_DB_USER", application.user());
    environment.put("KONTOR_DB_PASSWORD", application.password());
    server =
        Server.start(
            new ServerSettings(
                settings.home(),
                settings.base(),
                settings.bind(),
                settings.httpPort(),
                settings.managementPort(),
                settings.heap(),
                environment),
            PROGRESS);
    server.deploy(checkout.ear());
    server.awaitReady(PATIENCE, PROGRESS);
  }

  /** As a power cut would. */
  public void kill() throws InterruptedException {
    server.kill();
    server.process().waitFor();
  }

  public Rest rest() {
    return new Rest(base(), adminKey);
  }

  public URI base() {
    return server.base();
  }

  public String adminKey() {
    return adminKey;
  }

  /** The database as the user who may do everything. */
  public DatabaseAccess owner() {
    return owner;
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
  }
}
