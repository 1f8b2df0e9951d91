package org.kontor.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One server's own folder, ports and environment.
 *
 * @param base this server's folder: configuration, deployments, logs
 * @param bind address of the HTTP listener; the management listener is always on the loopback
 * @param heap as for {@code -Xmx}, for example {@code 1g}
 * @param environment the {@code KONTOR_*} settings
 */
public record ServerSettings(
    ServerHome home,
    Path base,
    String bind,
    int httpPort,
    int managementPort,
    String heap,
    Map<String, String> environment) {

  private static final List<String> OPENED =
      List.of(
          "java.base/java.lang",
          "java.base/java.lang.invoke",
          "java.base/java.lang.reflect",
          "java.base/java.io",
          "java.base/java.net",
          "java.base/java.security",
          "java.base/java.util",
          "java.base/java.util.concurrent",
          "java.management/javax.management",
          "java.naming/javax.naming");

  private static final List<String> EXPORTED =
      List.of(
          "java.desktop/sun.awt",
          "java.naming/com.sun.jndi.ldap",
          "java.naming/com.sun.jndi.url.ldap",
          "java.naming/com.sun.jndi.url.ldaps",
          "jdk.naming.dns/com.sun.jndi.dns");

  public ServerSettings {
    environment = Map.copyOf(environment);
  }

  /** A fresh copy of the prepared configuration, an empty deployment folder; logs are kept. */
  void layBase() throws IOException {
    Folders.delete(base.resolve("configuration"));
    Folders.delete(base.resolve("deployments"));
    Folders.delete(base.resolve("tmp"));
    Folders.delete(base.resolve("data"));
    Folders.copy(home.configuration(), base.resolve("configuration"));
    Files.createDirectories(base.resolve("deployments"));
    Files.createDirectories(base.resolve("log"));
  }

  /** What the process prints; overwritten at each start. */
  public Path console() {
    return base.resolve("log/console.log");
  }

  public Path log() {
    return base.resolve("log/server.log");
  }

  private Path deployment(String suffix) {
    return base.resolve("deployments/kontor.ear" + suffix);
  }

  /** The marker makes the scanner wait for a file that is whole. */
  void offer(Path ear) throws IOException {
    Path half = deployment(".half");
    Files.copy(ear, half, StandardCopyOption.REPLACE_EXISTING);
    Files.move(half, deployment(""), StandardCopyOption.ATOMIC_MOVE);
    Files.writeString(deployment(".dodeploy"), "");
  }

  boolean deployed() {
    return Files.exists(deployment(".deployed"));
  }

  boolean deploymentFailed() {
    return Files.exists(deployment(".failed"));
  }

  /** In a session of its own, so that Ctrl-C at the console reaches the launcher alone. */
  List<String> command() throws InterruptedException {
    List<String> command = new ArrayList<>();
    if (Processes.succeeds("setsid", "true")) {
      command.add("setsid");
    }
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.addAll(
        List.of(
            "-D[Standalone]",
            "-Xms512m",
            "-Xmx" + heap,
            "-XX:MaxMetaspaceSize=512m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Duser.timezone=UTC",
            "-Djava.awt.headless=true",
            "-Djava.net.preferIPv4Stack=true",
            "-Djava.security.manager=allow",
            "-Djboss.modules.system.pkgs=org.jboss.byteman",
            "-Dorg.wildfly.sigterm.suspend.timeout=10"));
    OPENED.forEach(name -> command.add("--add-opens=" + name + "=ALL-UNNAMED"));
    EXPORTED.forEach(name -> command.add("--add-exports=" + name + "=ALL-UNNAMED"));
    String own = environment.getOrDefault("KONTOR_JAVA_OPTS", "").strip();
    if (!own.isEmpty()) {
      command.addAll(List.of(own.split("\\s+")));
    }
    command.addAll(
        List.of(
            "-Dorg.jboss.boot.log.file=" + log(),
            "-Dlogging.configuration=file:" + base.resolve("configuration/logging.properties"),
            "-jar",
            home.home().resolve("jboss-modules.jar").toString(),
            "-mp",
            home.home().resolve("modules").toString(),
            "org.jboss.as.standalone",
            "-Djboss.home.dir=" + home.home(),
            "-Djboss.server.base.dir=" + base,
            "-Djboss.bind.address=" + bind,
            "-Djboss.bind.address.management=127.0.0.1",
            "-Djboss.http.port=" + httpPort,
            "-Djboss.management.http.port=" + managementPort));
    return command;
  }
}
