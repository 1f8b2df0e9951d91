package org.kontor.web.client.export;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A list that is made whole in a file before it is sent: reading rows holds a connection of the
 * database, and whoever takes what was asked for slowly, or never, would hold it, too. What it
 * takes of the disk is counted with all others ({@link SpoolRoom}), and given back when it is
 * closed.
 */
final class Spool implements Closeable {

  /** Larger than the largest list that there is, and smaller than a disk. */
  static final long MOST_BYTES = 1L << 30;

  private final SpoolRoom room;
  private final Path file;
  private final long most;
  private long held;

  Spool(SpoolRoom room, Path file, long most) {
    this.room = room;
    this.file = file;
    this.most = most;
  }

  /**
   * Where the list is written; refuses what is larger than it may be.
   *
   * @throws org.kontor.domain.problem.Refused from its writing: TOO_MANY_FILES
   */
  OutputStream out() throws IOException {
    return new Bounded(new BufferedOutputStream(Files.newOutputStream(file)));
  }

  long size() throws IOException {
    return Files.size(file);
  }

  void copyTo(OutputStream out) throws IOException {
    Files.copy(file, out);
  }

  @Override
  public void close() throws IOException {
    try {
      Files.deleteIfExists(file);
    } finally {
      room.give(held);
      held = 0;
    }
  }

  private final class Bounded extends FilterOutputStream {

    Bounded(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int one) throws IOException {
      take(1);
      out.write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      take(count);
      out.write(bytes, from, count);
    }

    private void take(int count) throws IOException {
      if (held + count > most) {
        throw new IOException("the list is larger than a file of this kind may be");
      }
      room.take(count);
      held += count;
    }
  }
}
