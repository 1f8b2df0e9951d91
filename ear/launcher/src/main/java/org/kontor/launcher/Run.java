package org.kontor.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kontor.launcher.demo.Demonstration;
import org.kontor.launcher.mail.Mailbox;

/**
 * The program behind {@code ear/run}: starts the database, brings the schema up to date, starts the
 * server, loads the demonstration, and stops everything it started when it is told to stop.
 */
public final class Run {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Options options;
  private final Checkout checkout;
  private final Path installation;
  private final Progress progress = new Progress(System.out);
  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private volatile boolean stopping;
  private Mailbox mailbox;

  private Run(Options options) {
    this.options = options;
    this.checkout = new Checkout(options.root());
    this.installation = checkout.installation("run");
  }

  /**
   * @param arguments the checkout's folder, then the options of {@code ear/run}
   */
  public static void main(String[] arguments) {
    List<String> words = List.of(arguments);
    int code;
    try {
      code = new Run(Options.parse(Path.of(words.get(0)), words.subList(1, words.size()))).run();
    } catch (Fault fault) {
      System.err.println(fault.getMessage());
      code = 1;
    } catch (InterruptedException | IOException | SQLException e) {
      System.err.println("Kontor could not be started: " + e);
      code = 1;
    }
    System.exit(code);
  }

  private int run() throws IOException, InterruptedException, SQLException {
    Folders.prepare(installation);
    try (FileChannel channel = lockFile();
        FileLock lock = lock(channel)) {
      Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
      watch(start());
      return lock.isValid() ? 0 : 1;
    } catch (Fault | SQLException | IOException e) {
      if (!stopping) {
        throw e;
      }
      // Told to stop in the middle of starting: what fails now fails because of that.
      return 130;
    }
  }

  private void watch(Server server) throws InterruptedException {
    int code = server.process().waitFor();
    if (!stopping) {
      throw new Fault(
          "The application server ended by itself (code %d).".formatted(code),
          "Read %s, then start again.".formatted(server.settings().log()));
    }
  }

  private Server start() throws IOException, InterruptedException, SQLException {
    Secrets secrets = Secrets.in(installation.resolve("secrets.properties"));
    Server.stopLeftOver(serverFolder(), progress);
    Ports.require(options.port());
    DatabaseAccess owner = options.external().orElse(null);
    if (owner == null) {
      owner = embeddedDatabase(secrets);
    }
    DatabaseAccess application =
        Migration.apply(owner, secrets.get("database.application"), progress);
    String adminKey = secrets.get("admin-key", "kontor_");
    Server server = server(application, adminKey, secrets.get("keys.secret"));
    boolean demonstration = demonstration(server, adminKey, secrets);
    progress.print(
        new Welcome(
                server,
                installation,
                owner.url(),
                mailPage(),
                demonstration,
                Demonstration.isSimulated(server.base(), adminKey))
            .text(progress.elapsed()));
    return server;
  }

  private boolean demonstration(Server server, String adminKey, Secrets secrets)
      throws IOException, InterruptedException {
    if (!options.demo()) {
      Demonstration.adopted(secrets);
      return false;
    }
    progress.say("Demonstration: loading");
    String database = options.external().map(DatabaseAccess::url).orElse("embedded");
    return Demonstration.load(server.base(), database, adminKey, secrets, progress);
  }

  private String mailPage() {
    return mailbox == null
        ? "as KONTOR_MAIL_MODE and KONTOR_MAIL_HOST say"
        : mailbox.page().toString();
  }

  private Path serverFolder() {
    return installation.resolve("server");
  }

  private DatabaseAccess embeddedDatabase(Secrets secrets)
      throws IOException, InterruptedException, SQLException {
    Path folder = installation.resolve("database");
    if (options.fresh()) {
      progress.say("Database: removing the old one");
      EmbeddedDatabase.remove(folder, progress);
    }
    EmbeddedDatabase database =
        EmbeddedDatabase.start(folder, checkout.databasePrograms(), secrets, progress);
    keep(database);
    return database.owner();
  }

  private Server server(DatabaseAccess application, String adminKey, String keysSecret)
      throws IOException, InterruptedException {
    ServerHome home = ServerHome.prepared(checkout, progress);
    Map<String, String> environment = new HashMap<>();
    System.getenv()
        .forEach(
            (name, value) -> {
              if (name.startsWith("KONTOR_")) {
                environment.put(name, value);
              }
            });
    if (options.simulated()) {
      environment.putIfAbsent("KONTOR_CLOCK_MODE", "SIMULATED");
    }
    if (!environment.containsKey("KONTOR_MAIL_MODE")) {
      mailbox = mailbox();
      environment.put("KONTOR_MAIL_MODE", "SMTP");
      environment.put("KONTOR_MAIL_HOST", "127.0.0.1");
      environment.put("KONTOR_MAIL_PORT", Integer.toString(mailbox.port()));
      // This mail server takes the empty sender of automatic mail for a missing one
      environment.putIfAbsent("KONTOR_MAIL_ENVELOPE_FROM", "bounces@kontor.example");
    }
    environment.putIfAbsent(
        "KONTOR_CLIENT_AREA_ADDRESS", "http://{vendor}.localhost:" + options.port() + "/client");
    environment.put("KONTOR_DB_URL", application.url());
    environment.put("KONTOR_DB_USER", application.user());
    environment.put("KONTOR_DB_PASSWORD", application.password());
    environment.put("KONTOR_BOOTSTRAP_ADMIN_KEY", adminKey);
    environment.putIfAbsent("KONTOR_KEYS_SECRET", keysSecret);
    ServerSettings settings =
        new ServerSettings(
            home,
            serverFolder(),
            options.bind(),
            options.port(),
            Ports.freeFrom(options.port() + 1910),
            environment.getOrDefault("KONTOR_HEAP", "1g"),
            environment);
    progress.say("Server: starting");
    Server server = Server.start(settings, progress);
    keep(server);
    server.deploy(checkout.ear());
    server.awaitReady(PATIENCE, progress);
    return server;
  }

  /** Unless the environment says where mail goes, it stays on this machine. */
  private Mailbox mailbox() throws IOException {
    if (options.fresh()) {
      Folders.delete(installation.resolve("mail"));
    }
    Mailbox box =
        Mailbox.start(
            installation.resolve("mail"), Ports.any(), Ports.freeFrom(options.port() + 45));
    keep(box);
    return box;
  }

  private void keep(AutoCloseable part) {
    synchronized (this) {
      if (!stopping) {
        started.push(part);
        return;
      }
    }
    close(part);
    throw new Fault("Told to stop while starting.", "Start again.");
  }

  /** Last started, first stopped: the server leaves while its database still answers. */
  private void stop() {
    Deque<AutoCloseable> parts;
    synchronized (this) {
      stopping = true;
      parts = new ArrayDeque<>(started);
    }
    if (parts.isEmpty()) {
      return;
    }
    progress.say("Stopping");
    parts.forEach(this::close);
    progress.say("Stopped");
  }

  private void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      progress.say("While stopping: " + e.getMessage());
    }
  }

  private FileChannel lockFile() throws IOException {
    return FileChannel.open(
        installation.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private FileLock lock(FileChannel channel) throws IOException {
    FileLock lock = channel.tryLock();
    if (lock == null) {
      throw new Fault(
          "Kontor is already running from this checkout.",
          "Stop it with Ctrl-C in its console, or start another checkout with another --port.");
    }
    return lock;
  }
}
