package org.kontor.system.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.kontor.launcher.Checkout;
import org.kontor.launcher.DatabaseAccess;
import org.kontor.launcher.EmbeddedDatabase;
import org.kontor.launcher.Migration;
import org.kontor.launcher.Ports;
import org.kontor.launcher.Progress;
import org.kontor.launcher.Secrets;
import org.kontor.launcher.Server;
import org.kontor.launcher.ServerHome;
import org.kontor.launcher.ServerSettings;

/** An empty database and the product deployed on it, for the time of a benchmark. */
final class Installation implements AutoCloseable {

  private final EmbeddedDatabase database;
  private final Server server;
  private final Meter meter;
  private final String key;

  private Installation(EmbeddedDatabase database, Server server, Meter meter, String key) {
    this.database = database;
    this.server = server;
    this.meter = meter;
    this.key = key;
  }

  static Installation start(Path root, Progress progress)
      throws IOException, InterruptedException, SQLException {
    Checkout checkout = new Checkout(root);
    Path folder = checkout.installation("bench");
    Files.createDirectories(folder);
    Secrets secrets = Secrets.in(folder.resolve("secrets.properties"));
    Path data = folder.resolve("database");
    EmbeddedDatabase.remove(data, progress);
    EmbeddedDatabase database =
        EmbeddedDatabase.start(data, checkout.databasePrograms(), secrets, progress);
    try {
      String key = secrets.get("admin-key", "kontor_");
      DatabaseAccess application =
          Migration.apply(database.owner(), secrets.get("database.application"), progress);
      Server server = server(checkout, folder, application, key, progress);
      return new Installation(database, server, new Meter(server.process().toHandle(), data), key);
    } catch (IOException | InterruptedException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static Server server(
      Checkout checkout, Path folder, DatabaseAccess application, String key, Progress progress)
      throws IOException, InterruptedException {
    Map<String, String> environment = new HashMap<>();
    environment.put("KONTOR_DB_URL", application.url());
    environment.put("KONTOR_DB_USER", application.user());
    environment.put("KONTOR_DB_PASSWORD", application.password());
    environment.put("KONTOR_BOOTSTRAP_ADMIN_KEY", key);
    environment.put("KONTOR_CLOCK_MODE", "SIMULATED");
    int port = Ports.freeFrom(18080);
    Server server =
        Server.start(
            new ServerSettings(
                ServerHome.prepared(checkout, progress),
                folder.resolve("server"),
                "127.0.0.1",
                port,
                Ports.freeFrom(port + 1910),
                "1g",
                environment),
            progress);
    server.deploy(checkout.ear());
    server.awaitReady(Duration.ofMinutes(5), progress);
    return server;
  }

  Rest rest() {
    return new Rest(server.base(), key);
  }

  Server server() {
    return server;
  }

  /** The API key of the administrator. */
  String key() {
    return key;
  }

  /** The database server's own administrator. */
  DatabaseAccess administrator() {
    return database.administrator();
  }

  Meter meter() {
    return meter;
  }

  @Override
  public void close() throws IOException {
    meter.close();
    server.close();
    database.close();
  }
}
