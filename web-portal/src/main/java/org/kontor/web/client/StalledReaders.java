package org.kontor.web.client;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.kontor.crm.platform.boundary.Setting;
import org.kontor.crm.platform.boundary.Settings;

/**
 * Ends files whose reader takes nothing any more, or next to nothing: each holds a thread of the
 * server, and a list its place on the disk. The server's own time-out of writing is none for this:
 * it counts from the last answer on a connection, and so would break calls that work for long.
 */
@ApplicationScoped
public class StalledReaders {

  /** So much is handed on at a time: a reader on the slowest line takes it within the time. */
  private static final int PIECE = 8_192;

  /** Bytes a second that a reader takes of a file as a whole, beside the time of patience. */
  static final int SLOWEST = 16_384;

  @Resource private ManagedScheduledExecutorService executor;

  private final Set<Write> writes = ConcurrentHashMap.newKeySet();
  private final long patienceNanos;
  private final LongSupplier nanos;
  private ScheduledFuture<?> round;

  @Inject
  public StalledReaders(Settings settings) {
    this(TimeUnit.SECONDS.toNanos(settings.whole(Setting.STALLED_SECONDS)), System::nanoTime);
  }

  /**
   * @param nanos a clock that only goes on, of any beginning
   */
  StalledReaders(long patienceNanos, LongSupplier nanos) {
    this.patienceNanos = patienceNanos;
    this.nanos = nanos;
  }

  /** For the container's proxy. */
  protected StalledReaders() {
    this(0, System::nanoTime);
  }

  void begin(@Observes @Initialized(ApplicationScoped.class) Object start) {
    round = executor.scheduleWithFixedDelay(this::cut, 1, 1, TimeUnit.SECONDS);
  }

  @PreDestroy
  void end() {
    if (round != null) {
      round.cancel(false);
    }
  }

  /**
   * An answer whose writing ends with an {@link IOException} when its reader has taken nothing for
   * the time that the setting says, or has kept it waiting for longer than that and a second for
   * each {@value #SLOWEST} bytes. Whoever does not say the length before closes it in the end: the
   * server would else send the last bytes without this guard.
   */
  public OutputStream patient(OutputStream answer) {
    return new Patient(answer);
  }

  /** Ends what has waited too long. */
  void cut() {
    long now = nanos.getAsLong();
    writes.stream().filter(write -> now - write.until > 0).forEach(Write::cut);
  }

  /** One piece that a thread is about to hand over. */
  private static final class Write {

    private final Thread thread = Thread.currentThread();
    private final long until;
    private boolean over;
    private boolean cut;

    Write(long until) {
      this.until = until;
    }

    synchronized void cut() {
      if (!over && !cut) {
        cut = true;
        thread.interrupt();
      }
    }

    /** Afterwards nobody interrupts the thread any more, which goes on with another's request. */
    synchronized boolean end() {
      over = true;
      return cut && Thread.interrupted();
    }
  }

  /** What a thread does with the answer, and may wait in. */
  private interface Handing {
    void over() throws IOException;
  }

  private final class Patient extends FilterOutputStream {

    private long bytes;
    private long waited;

    Patient(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] content, int from, int count) throws IOException {
      for (int done = 0; done < count; done += PIECE) {
        int begin = from + done;
        int piece = Math.min(PIECE, count - done);
        bytes += piece;
        hand(() -> out.write(content, begin, piece));
      }
    }

    @Override
    public void flush() throws IOException {
      hand(out::flush);
    }

    @Override
    public void close() throws IOException {
      hand(out::close);
    }

    private void hand(Handing handing) throws IOException {
      long begun = nanos.getAsLong();
      Write write = new Write(begun + Math.min(patienceNanos, left()));
      writes.add(write);
      boolean late;
      try {
        handing.over();
      } finally {
        writes.remove(write);
        late = write.end();
        waited += nanos.getAsLong() - begun;
      }
      if (late) {
        throw new IOException("nobody takes the answer");
      }
    }

    private long left() {
      return patienceNanos + TimeUnit.SECONDS.toNanos(bytes) / SLOWEST - waited;
    }
  }
}
