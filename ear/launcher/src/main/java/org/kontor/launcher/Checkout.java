package org.kontor.launcher;

import java.nio.file.Path;

/**
 * Where things lie in a built checkout. Everything that a start leaves behind is under {@code
 * .kontor}, which Git ignores.
 *
 * @param root the folder with the root {@code pom.xml}
 */
public record Checkout(Path root) {

  public Checkout {
    root = root.toAbsolutePath().normalize();
  }

  /** The EAR that the build made. */
  public Path ear() {
    return root.resolve("ear/target/kontor.ear");
  }

  /** The scripts that prepare a server, with the JDBC driver beside them. */
  public Path scripts() {
    return root.resolve("ear/target/server");
  }

  /** Unpacked application servers. */
  public Path servers() {
    return root.resolve(".kontor/server");
  }

  /** Unpacked PostgreSQL programs. */
  public Path databasePrograms() {
    return root.resolve(".kontor/postgresql");
  }

  /** Database, logs and secrets of one installation, for example {@code run} or {@code test}. */
  public Path installation(String name) {
    return root.resolve(".kontor").resolve(name);
  }
}
