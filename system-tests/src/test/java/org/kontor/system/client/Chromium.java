package org.kontor.system.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The real browser on this machine. Where there is none, Debian's package is installed, which takes
 * root and a minute; where that cannot be done, the tests fail and say what to do. They are never
 * skipped.
 */
final class Chromium {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final int PATIENCE_MINUTES = 9;

  /** Seconds; another test may be installing what it needs. */
  private static final String WAIT = "DPkg::Lock::Timeout=300";

  private Chromium() {}

  /** One at a time: of two who install it at once, one would be refused. */
  static synchronized Path found() throws IOException, InterruptedException {
    Optional<Path> present = onPath();
    if (present.isEmpty()) {
      run("apt-get", "update");
      run("apt-get", "-o", WAIT, "install", "-y", "--no-install-recommends", "chromium");
      present = onPath();
    }
    return present.orElseThrow(
        () ->
            new IllegalStateException(
                "No Chromium was found on the PATH and none could be installed. Install it as root"
                    + " (Debian: apt-get install chromium), then run the tests again."));
  }

  private static Optional<Path> onPath() {
    return NAMES.stream()
        .flatMap(name -> Stream.of(System.getenv("PATH").split(":")).map(dir -> Path.of(dir, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static void run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      System.err.println("No " + command[0] + " here: " + e.getMessage());
      return;
    }
    if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
  }
}
