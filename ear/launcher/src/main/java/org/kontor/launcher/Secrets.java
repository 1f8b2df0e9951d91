package org.kontor.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;

/**
 * Passwords and keys of this one installation, made up at the first start and kept in a file that
 * only its owner may read.
 */
public final class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path file;
  private final Properties values = new Properties();

  private Secrets(Path file) {
    this.file = file;
  }

  /** Reads the file; a missing one is an installation without secrets yet. */
  public static Secrets in(Path file) throws IOException {
    Secrets secrets = new Secrets(file);
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        secrets.values.load(reader);
      }
    }
    return secrets;
  }

  /** The secret of this name: 256 random bits, made and stored at the first call. */
  public String get(String name) throws IOException {
    return get(name, "");
  }

  /**
   * @param prefix stands in front of a newly made secret, so that people see what it is
   */
  public synchronized String get(String name, String prefix) throws IOException {
    String known = values.getProperty(name);
    if (known != null) {
      return known;
    }
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    String made = prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    put(name, made);
    return made;
  }

  /** A secret that was given, if it was. */
  public synchronized Optional<String> find(String name) {
    return Optional.ofNullable(values.getProperty(name));
  }

  /** Keeps a secret that somebody else made. */
  public synchronized void put(String name, String value) throws IOException {
    values.setProperty(name, value);
    store();
  }

  /** Forgets a secret; one that is not there is forgotten already. */
  public synchronized void remove(String name) throws IOException {
    if (values.remove(name) != null) {
      store();
    }
  }

  private void store() throws IOException {
    Files.createDirectories(file.getParent());
    if (!Files.exists(file)) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    try (Writer writer = Files.newBufferedWriter(file)) {
      values.store(writer, null);
    }
  }
}
