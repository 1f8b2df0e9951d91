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
 * database, and whoever takes what was asked for slowly, or never, would hold it, too.
 */
final class Spool implements Closeable {

  /** Larger than the largest list that there is, and smaller than a disk. */
  static final long MOST_BYTES = 1L << 30;

  private final Path file;
  private final long most;

  Spool() throws IOException {
    this(MOST_BYTES);
  }

  Spool(long most) throws IOException {
    this.most = most;
    file = Files.createTempFile("kontor-list-", ".part");
  }

  /** Where the list is written; refuses what is larger than it may be. */
  OutputStream out() throws IOException {
    return new Bounded(new BufferedOutputStream(Files.newOutputStream(file)), most);
  }

  long size() throws IOException {
    return Files.size(file);
  }

  void copyTo(OutputStream out) throws IOException {
    Files.copy(file, out);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }

  private static final class Bounded extends FilterOutputStream {

    private long left;

    Bounded(OutputStream out, long most) {
      super(out);
      left = most;
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
      left -= count;
      if (left < 0) {
        throw new IOException("the list is larger than a file of this kind may be");
      }
    }
  }
}
