package org.kontor.launcher.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** Mails as numbered {@code .eml} files in one folder; the oldest go when there are too many. */
public final class MailFiles {

  private static final int MOST = 5_000;
  private static final Session SESSION = Session.getInstance(new Properties());

  private final Path folder;
  private long last;

  MailFiles(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.last = numbers().stream().findFirst().orElse(0L);
  }

  Path folder() {
    return folder;
  }

  /** Whole or not at all, so that no reader meets half a mail. */
  synchronized void add(MimeMessage mail) throws IOException, MessagingException {
    Path half = folder.resolve("arriving.half");
    try (OutputStream out = Files.newOutputStream(half)) {
      mail.writeTo(out);
    }
    last++;
    Files.move(half, file(last), StandardCopyOption.ATOMIC_MOVE);
    Files.deleteIfExists(file(last - MOST));
  }

  /** The latest first. */
  List<Long> numbers() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("\\d{1,18}\\.eml"))
          .map(name -> Long.valueOf(name.substring(0, name.indexOf('.'))))
          .sorted(Comparator.reverseOrder())
          .toList();
    }
  }

  Optional<MimeMessage> read(long number) throws IOException, MessagingException {
    if (!Files.exists(file(number))) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file(number))) {
      return Optional.of(new MimeMessage(SESSION, in));
    }
  }

  private Path file(long number) {
    return folder.resolve("%06d.eml".formatted(number));
  }
}
