package org.kontor.web.client.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.kontor.crm.platform.boundary.Setting;
import org.kontor.crm.platform.boundary.Settings;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/**
 * Where the files of lists lie while they are made and sent: a folder of this server alone. All of
 * them together take no more of the disk than the setting allows, whoever asks for them; what a
 * killed server has left is removed at the next start.
 */
@ApplicationScoped
public class SpoolRoom {

  private static final String FOLDER = "kontor-lists";
  private static final int SOON_SECONDS = 60;

  private final AtomicLong taken = new AtomicLong();
  private final Path folder;
  private final long most;

  @Inject
  public SpoolRoom(Settings settings) {
    this(ofServer(), settings.whole(Setting.EXPORT_BYTES));
  }

  /**
   * @param most bytes of all files together
   */
  SpoolRoom(Path folder, long most) {
    this.folder = folder;
    this.most = most;
  }

  /** For the container's proxy. */
  protected SpoolRoom() {
    this(null, 0);
  }

  /** The temporary folder that the server has for itself; no other one's start empties it. */
  private static Path ofServer() {
    String server = System.getProperty("jboss.server.temp.dir");
    return Path.of(server == null ? System.getProperty("java.io.tmpdir") : server, FOLDER);
  }

  /** The application starts: nobody waits for what lies there. */
  void begin(@Observes @Initialized(ApplicationScoped.class) Object start) {
    empty();
  }

  void empty() {
    try {
      Files.createDirectories(folder);
      try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
        for (Path file : left) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A new file.
   *
   * @throws org.kontor.domain.problem.Refused TOO_MANY_FILES
   */
  Spool spool() throws IOException {
    return spool(Spool.MOST_BYTES);
  }

  Spool spool(long mostOfOne) throws IOException {
    refuseWhereFull();
    return new Spool(this, Files.createTempFile(folder, "list-", ".part"), mostOfOne);
  }

  /**
   * Before anything of an answer is sent.
   *
   * @throws org.kontor.domain.problem.Refused TOO_MANY_FILES
   */
  void refuseWhereFull() {
    if (taken.get() >= most) {
      throw full();
    }
  }

  /**
   * @throws org.kontor.domain.problem.Refused TOO_MANY_FILES, and nothing is taken
   */
  void take(long bytes) {
    if (taken.addAndGet(bytes) > most) {
      taken.addAndGet(-bytes);
      throw full();
    }
  }

  void give(long bytes) {
    taken.addAndGet(-bytes);
  }

  private static RuntimeException full() {
    return new Problem(
            ProblemCode.TOO_MANY_FILES,
            "",
            "Too many files are being made now",
            "Try again in a minute.",
            Map.of("retryAfterSeconds", SOON_SECONDS))
        .asException();
  }
}
