package org.kontor.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/** Folders as a whole: copying, removing, room left. */
final class Folders {

  private static final long NEEDED = 2L << 30;

  private Folders() {}

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      files.forEach(
          source -> {
            try {
              Path target = to.resolve(from.relativize(source).toString());
              if (Files.isDirectory(source)) {
                Files.createDirectories(target);
              } else {
                Files.copy(
                    source,
                    target,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
              }
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  /**
   * Makes the folder and sees that it can be used.
   *
   * @throws Fault if it belongs to somebody else, or if less than 2 GB are left on its disk
   */
  static void prepare(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw notOurs(folder, e);
    }
    if (!Files.isWritable(folder)) {
      throw notOurs(folder, null);
    }
    FileStore disk = Files.getFileStore(folder);
    if (disk.getUsableSpace() < NEEDED) {
      throw new Fault(
          "The disk that holds %s is nearly full: %d MB are left."
              .formatted(folder, disk.getUsableSpace() >> 20),
          "Free at least 2 GB there, or move the checkout to a larger disk.");
    }
  }

  private static Fault notOurs(Path folder, Throwable cause) {
    return new Fault(
        folder + " cannot be written.",
        "It may have been made by another user: remove it, or start as that user.",
        cause);
  }
}
