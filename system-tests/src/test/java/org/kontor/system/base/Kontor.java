package org.kontor.system.base;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
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

/**
 * The system under test: an empty PostgreSQL and the prepared application server, started once for
 * the whole run by the same classes as {@code ear/run}; see {@link Systems}. The EAR is deployed
 * when the first test asks for it.
 */
public final class Kontor implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Progress progress;
  private final Checkout checkout;
  private final Path installation;
  private final EmbeddedDatabase database;
  private final MailServer mail;
  private ServerSettings settings;
  private final String adminKey;
  private Server server;
  private boolean deployed;

  private Kontor(
      Progress progress,
      Checkout checkout,
      Path installation,
      EmbeddedDatabase database,
      ServerSettings settings,
      MailServer mail,
      String adminKey) {
    this.progress = progress;
    this.mail = mail;
    this.checkout = checkout;
    this.installation = installation;
    this.database = database;
    this.settings = settings;
    this.adminKey = adminKey;
  }

  /**
   * One at a time: the first start on a machine unpacks and prepares what all of them share.
   *
   * @param name of its folder below {@code .kontor}
   */
  static synchronized Kontor start(String name, boolean mails)
      throws IOException, InterruptedException, SQLException {
    Progress progress = new Progress(System.out);
    Checkout checkout = new Checkout(Path.of(System.getProperty("kontor.root")));
    Path installation = checkout.installation(name);
    Secrets secrets = Secrets.in(installation.resolve("secrets.properties"));
    Path folder = installation.resolve("database");
    EmbeddedDatabase.remove(folder, progress);
    EmbeddedDatabase database =
        EmbeddedDatabase.start(folder, checkout.databasePrograms(), secrets, progress);
    try {
      DatabaseAccess application =
          Migration.apply(database.owner(), secrets.get("database.application"), progress);
      String adminKey = secrets.get("admin-key", "kontor_");
      Map<String, String> environment = new HashMap<>();
      environment.put("KONTOR_DB_URL", application.url());
      environment.put("KONTOR_DB_USER", application.user());
      environment.put("KONTOR_DB_PASSWORD", application.password());
      environment.put("KONTOR_BOOTSTRAP_ADMIN_KEY", adminKey);
      environment.put("KONTOR_KEYS_SECRET", secrets.get("keys.secret"));
      // Stories move the clock and begin the book anew
      environment.put("KONTOR_CLOCK_MODE", "SIMULATED");
      MailServer mail = new MailServer(Ports.any());
      environment.put("KONTOR_MAIL_HOST", "127.0.0.1");
      environment.put("KONTOR_MAIL_PORT", Integer.toString(mail.port()));
      environment.put("KONTOR_MAIL_TIMEOUT", "1500");
      environment.put("KONTOR_MAIL_MODE", mailMode(mails));
      // So small that a test can fill it
      environment.put("KONTOR_CLIENT_AREA_EXPORT_BYTES", "2097152");
      environment.put("KONTOR_CLIENT_AREA_STALLED_SECONDS", "5");
      // Much is started and little is long: half of the time went into compiling it well
      environment.put("KONTOR_JAVA_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
      int port = Ports.any();
      environment.put(
          "KONTOR_CLIENT_AREA_ADDRESS", "http://{vendor}.localhost:" + port + "/client");
      ServerSettings settings =
          new ServerSettings(
              ServerHome.prepared(checkout, progress),
              installation.resolve("server"),
              "127.0.0.1",
              port,
              Ports.any(),
              "1g",
              environment);
      Kontor kontor =
          new Kontor(progress, checkout, installation, database, settings, mail, adminKey);
      kontor.server = Server.start(settings, progress);
      return kontor;
    } catch (IOException | InterruptedException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** Deploys the real EAR if that has not been done, and waits until it is ready. */
  synchronized Kontor deployed() throws IOException, InterruptedException {
    if (!deployed) {
      server.deploy(checkout.ear());
      server.awaitReady(PATIENCE, progress);
      deployed = true;
      progress.say("Tests: the application is ready");
    }
    return this;
  }

  private static String mailMode(boolean mails) {
    return mails ? "SMTP" : "OFF";
  }

  boolean mails() {
    return settings.environment().get("KONTOR_MAIL_MODE").equals(mailMode(true));
  }

  /** Starts the server anew if mail was sent before and must not be now, or the other way round. */
  synchronized void mails(boolean wanted) throws IOException {
    if (wanted != mails()) {
      Map<String, String> environment = new HashMap<>(settings.environment());
      environment.put("KONTOR_MAIL_MODE", mailMode(wanted));
      settings =
          new ServerSettings(
              settings.home(),
              settings.base(),
              settings.bind(),
              settings.httpPort(),
              settings.managementPort(),
              settings.heap(),
              environment);
      server.close();
      deployed = false;
      try {
        server = Server.start(settings, progress);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /** Where mail goes when it is sent at all; see {@link SystemTest#mail}. */
  public MailServer mail() {
    return mail;
  }

  /** Takes the EAR away again, so that a test may deploy one of its own. */
  synchronized void undeployed() throws IOException, InterruptedException {
    awaitServer();
    if (deployed) {
      Path folder = settings.base().resolve("deployments");
      Files.delete(folder.resolve("kontor.ear"));
      for (int i = 0; !Files.exists(folder.resolve("kontor.ear.undeployed")); i++) {
        if (i > 600) {
          throw new IllegalStateException("The application could not be undeployed");
        }
        Thread.sleep(100);
      }
      deployed = false;
    }
  }

  private void awaitServer() throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Server.answersOk(server.management().resolve("health/live"))) {
      if (System.nanoTime() > end || !server.process().isAlive()) {
        throw new IllegalStateException("The server did not start: " + settings.console());
      }
      Thread.sleep(200);
    }
  }

  /** Ends the server's process as a power cut would; {@link #restart} brings it back. */
  public synchronized void kill() throws InterruptedException {
    server.kill();
    server.process().waitFor();
    deployed = false;
  }

  /** Starts the server again after {@link #kill}, on the same ports and the same database. */
  public synchronized void restart() throws IOException, InterruptedException {
    server = Server.start(settings, progress);
    deployed();
  }

  /** Starts the server again if a test that failed has left it killed: the next one has its own. */
  synchronized void revived() throws IOException, InterruptedException {
    if (!server.process().isAlive()) {
      deployed = false;
      server = Server.start(settings, progress);
    }
  }

  /** Starts another server on the same database. */
  public SecondNode secondNode() throws IOException, InterruptedException {
    return SecondNode.start(this, progress);
  }

  /** The root of the application, with a slash at the end. */
  public URI base() {
    return server.base();
  }

  /** The root of the management interface: {@code health/ready}. */
  public URI management() {
    return server.management();
  }

  /** The API key of the installation's administrator. */
  public String adminKey() {
    return adminKey;
  }

  /** REST as the installation's administrator. */
  public Api api() {
    return new Api(base(), adminKey);
  }

  /** The database as the user who owns the schema and may do everything with its rows. */
  public Connection owner() throws SQLException {
    return database.owner().connect();
  }

  /** The database server's own administrator, who may have it write down what it is asked. */
  public Connection administrator() throws SQLException {
    return database.administrator().connect();
  }

  /** What the database server writes down. */
  public Path databaseLog() {
    return installation.resolve("database/postgresql.log");
  }

  /** What the application server writes down. */
  public Path serverLog() {
    return settings.log();
  }

  /** The application's user of the database. */
  public String applicationUser() {
    return settings.environment().get("KONTOR_DB_USER");
  }

  /** The database as the application sees it. */
  public Connection application() throws SQLException {
    return database
        .owner()
        .as(
            settings.environment().get("KONTOR_DB_USER"),
            settings.environment().get("KONTOR_DB_PASSWORD"))
        .connect();
  }

  public Server server() {
    return server;
  }

  ServerSettings settings() {
    return settings;
  }

  Checkout checkout() {
    return checkout;
  }

  @Override
  public void close() throws IOException {
    server.close();
    mail.close();
    database.close();
  }
}
