package org.kontor.launcher;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** One running application server: started as a process of its own, watched, stopped. */
public final class Server implements AutoCloseable {

  private static final Duration STOP_PATIENCE = Duration.ofSeconds(45);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private final ServerSettings settings;
  private final Process process;

  private Server(ServerSettings settings, Process process) {
    this.settings = settings;
    this.process = process;
  }

  /**
   * Starts the server's process and returns at once. One that a killed start left behind is stopped
   * first.
   *
   * @throws Fault if a port is taken
   */
  public static Server start(ServerSettings settings, Progress progress)
      throws IOException, InterruptedException {
    stopLeftOver(settings.base(), progress);
    Ports.require(settings.httpPort());
    settings.layBase();
    ProcessBuilder builder =
        new ProcessBuilder(settings.command())
            .directory(settings.base().toFile())
            .redirectErrorStream(true)
            .redirectOutput(settings.console().toFile());
    builder.environment().putAll(settings.environment());
    Process process = builder.start();
    process.getOutputStream().close();
    Files.writeString(pidFile(settings.base()), Long.toString(process.pid()));
    return new Server(settings, process);
  }

  private static Path pidFile(Path base) {
    return base.resolve("server.pid");
  }

  /** Stops the server of this folder that a killed start left behind, if there is one. */
  static void stopLeftOver(Path base, Progress progress) throws IOException, InterruptedException {
    Optional<ProcessHandle> running = Processes.leftOver(pidFile(base), base);
    if (running.isEmpty()) {
      return;
    }
    progress.say("Server: stopping the one that a killed start left behind");
    if (!Processes.signal(running.get(), "TERM", STOP_PATIENCE)) {
      Processes.signal(running.get(), "KILL", STOP_PATIENCE);
    }
  }

  /** Where the application answers. */
  public URI base() {
    return URI.create("http://127.0.0.1:" + settings.httpPort() + "/");
  }

  /** Where the management interface answers: {@code /health}, {@code /metrics}. */
  public URI management() {
    return URI.create("http://127.0.0.1:" + settings.managementPort() + "/");
  }

  public ServerSettings settings() {
    return settings;
  }

  public Process process() {
    return process;
  }

  /** Puts an EAR into the deployment folder, which {@link #start} has emptied. */
  public void deploy(Path ear) throws IOException {
    settings.offer(ear);
  }

  /**
   * Waits until the application says that it is ready.
   *
   * @throws Fault if the process ends, the deployment fails, or the time is over
   */
  public void awaitReady(Duration patience, Progress progress)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    long nextWord = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    // The checks of one part answer while another part is still being deployed: ask for both.
    while (!settings.deployed() || !answersOk(management().resolve("health/ready"))) {
      if (!process.isAlive()) {
        throw ServerLog.fault("The application server ended while starting.", settings);
      }
      if (settings.deploymentFailed()) {
        throw ServerLog.fault("The application could not be deployed.", settings);
      }
      if (System.nanoTime() > end) {
        throw ServerLog.fault(
            "The application was not ready after %d seconds.".formatted(patience.toSeconds()),
            settings);
      }
      if (System.nanoTime() > nextWord) {
        progress.say("Server: still starting");
        nextWord += Duration.ofSeconds(5).toNanos();
      }
      Thread.sleep(200);
    }
  }

  /** Whether this address answers 200 now. */
  public static boolean answersOk(URI address) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (ConnectException | HttpTimeoutException notYet) {
      return false;
    } catch (IOException closing) {
      return false;
    }
  }

  /** Stops the way an operator would: requests in flight end, then the process. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!Processes.ended(process.toHandle(), STOP_PATIENCE)) {
        kill();
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the process as a power cut would. */
  public void kill() {
    process.destroyForcibly();
  }
}
