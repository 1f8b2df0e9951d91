package org.kontor.system.base;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.kontor.launcher.Ports;
import org.kontor.launcher.Progress;
import org.kontor.launcher.Server;
import org.kontor.launcher.ServerSettings;

/** Another server on the database of the system under test, until it is closed. */
public final class SecondNode implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Server server;
  private final String adminKey;

  private SecondNode(Server server, String adminKey) {
    this.server = server;
    this.adminKey = adminKey;
  }

  static SecondNode start(Kontor first, Progress progress)
      throws IOException, InterruptedException {
    ServerSettings settings = first.settings();
    Map<String, String> environment = new HashMap<>(settings.environment());
    environment.put("KONTOR_NODE", "kontor-2");
    Server server =
        Server.start(
            new ServerSettings(
                settings.home(),
                settings.base().resolveSibling("server-2"),
                settings.bind(),
                Ports.any(),
                Ports.any(),
                settings.heap(),
                environment),
            progress);
    server.deploy(first.checkout().ear());
    server.awaitReady(PATIENCE, progress);
    return new SecondNode(server, first.adminKey());
  }

  /** REST as the installation's administrator. */
  public Api api() {
    return new Api(server.base(), adminKey);
  }

  /** The root of the application, with a slash at the end. */
  public URI base() {
    return server.base();
  }

  @Override
  public void close() {
    server.close();
  }
}
