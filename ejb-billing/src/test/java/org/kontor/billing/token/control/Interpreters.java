package org.kontor.billing.token.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs programs of the documentation with the real interpreters. One that is missing is installed
 * by the machine's own package client; a machine that can do neither fails the test and says why.
 */
final class Interpreters {

  private static final int PATIENCE_MINUTES = 8;

  private Interpreters() {}

  /** What a program printed and how it ended. */
  record Run(int exit, String printed) {}

  static String node() throws IOException, InterruptedException {
    return found(List.of("node"), List.of("-e", "require('crypto').verify"), "nodejs");
  }

  static String python() throws IOException, InterruptedException {
    return found(
        List.of("python3", "/usr/bin/python3"),
        List.of("-c", "import cryptography.hazmat.primitives.asymmetric.ed25519"),
        "python3-cryptography");
  }

  static String php() throws IOException, InterruptedException {
    return found(
        List.of("php"),
        List.of("-r", "exit(function_exists('sodium_crypto_sign_verify_detached') ? 0 : 1);"),
        "php-cli");
  }

  static Run run(Path folder, List<String> command) throws IOException, InterruptedException {
    Path printed = Files.createTempFile("printed", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("took too long: " + command.get(0));
    }
    String text = Files.readString(printed).strip();
    Files.delete(printed);
    return new Run(process.exitValue(), text);
  }

  private static synchronized String found(
      List<String> candidates, List<String> probe, String debianPackage)
      throws IOException, InterruptedException {
    String answer = working(candidates, probe);
    if (answer == null) {
      Path here = Path.of(".").toAbsolutePath();
      try {
        run(here, List.of("apt-get", "update"));
        run(here, List.of("apt-get", "install", "-y", "--no-install-recommends", debianPackage));
      } catch (IOException noSuchClient) {
        throw new IllegalStateException(
            "Install " + candidates + ": the programs of docs/access-tokens.md must be run",
            noSuchClient);
      }
      answer = working(candidates, probe);
    }
    if (answer == null) {
      throw new IllegalStateException(
          "none of "
              + candidates
              + " works here, and apt-get install "
              + debianPackage
              + " did not help: install it, the programs of docs/access-tokens.md must be run");
    }
    return answer;
  }

  private static String working(List<String> candidates, List<String> probe)
      throws InterruptedException {
    for (String candidate : candidates) {
      List<String> command = new ArrayList<>(List.of(candidate));
      command.addAll(probe);
      try {
        Process process =
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() == 0) {
          return candidate;
        }
      } catch (IOException notThere) {
        continue;
      }
    }
    return null;
  }
}
