package org.kontor.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The unpacked application server with the configuration that {@code configure.cli} makes. The
 * script runs once for each version of itself; every installation starts with a copy of the result,
 * so that no start inherits what an earlier one left.
 *
 * @param home the server's programs and modules
 * @param configuration the configured folder to copy
 */
public record ServerHome(Path home, Path configuration) {

  /**
   * Finds the server that the build unpacked and prepares it if that has not been done.
   *
   * @throws Fault if the build has not unpacked it, or the script fails
   */
  public static ServerHome prepared(Checkout checkout, Progress progress)
      throws IOException, InterruptedException {
    Path home = unpacked(checkout);
    Path prepared = checkout.servers().resolve("prepared-" + fingerprint(home, checkout.scripts()));
    if (!Files.exists(prepared)) {
      progress.say("Server: preparing " + home.getFileName());
      Path draft = checkout.servers().resolve("draft-" + ProcessHandle.current().pid());
      Folders.delete(draft);
      Folders.copy(home.resolve("standalone/configuration"), draft.resolve("configuration"));
      configure(home, draft, checkout.scripts());
      Folders.delete(draft.resolve("configuration/standalone_xml_history"));
      Files.move(draft, prepared);
    }
    return new ServerHome(home, prepared.resolve("configuration"));
  }

  private static Path unpacked(Checkout checkout) throws IOException {
    if (Files.isDirectory(checkout.servers())) {
      try (var folders = Files.list(checkout.servers())) {
        var found =
            folders
                .filter(folder -> folder.getFileName().toString().startsWith("wildfly-"))
                .filter(folder -> Files.exists(folder.resolve("jboss-modules.jar")))
                .max(java.util.Comparator.naturalOrder());
        if (found.isPresent()) {
          return found.get();
        }
      }
    }
    throw new Fault(
        "There is no application server in " + checkout.servers() + ".",
        "Remove that folder and build again: mvn -DskipTests package");
  }

  private static void configure(Path home, Path base, Path scripts)
      throws IOException, InterruptedException {
    Path log = base.resolve("configure.log");
    ProcessBuilder builder =
        new ProcessBuilder(
                home.resolve("bin/jboss-cli.sh").toString(),
                "--file=" + scripts.resolve("configure.cli"))
            .directory(scripts.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("JBOSS_HOME", home.toString());
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("JAVA_OPTS", "-Djboss.server.base.dir=" + base);
    if (builder.start().waitFor() != 0) {
      List<String> lines = Files.readAllLines(log);
      throw new Fault(
          "The application server could not be configured: "
              + String.join(" ", lines.subList(Math.max(0, lines.size() - 5), lines.size())),
          "Read %s, then run it by hand: cd %s && %s --file=configure.cli"
              .formatted(log, scripts, home.resolve("bin/jboss-cli.sh")));
    }
  }

  private static String fingerprint(Path home, Path scripts) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(home.getFileName().toString().getBytes(StandardCharsets.UTF_8));
      digest.update(Files.readAllBytes(scripts.resolve("configure.cli")));
      digest.update(Files.readAllBytes(scripts.resolve("postgresql.jar")));
      return HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
