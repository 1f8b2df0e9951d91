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
import org.kontor.crm.platform.boundary.Setting;
import org.kontor.crm.platform.boundary.Settings;

/**
 * Ends files whose reader takes nothing any more: each holds a thread of the server, and a list its
 * place on the disk. The server's own time-out of writing is none for this: it counts from the last
 * answer on a connection, and so would break calls that work for long.
 */
@ApplicationScoped
public class StalledReaders {

  /** So much is handed on at a time: a reader on the slowest line takes it within the time. */
  private static final int PIECE = 8_192;

  @Resource private ManagedScheduledExecutorService executor;

  private final Set<Write> writes = ConcurrentHashMap.newKeySet();
  private final long patienceNanos;
  private ScheduledFuture<?> round;

  @Inject
  public StalledReaders(Settings settings) {
    this(TimeUnit.SECONDS.toNanos(settings.whole(Setting.STALLED_SECONDS)));
  }

  StalledReaders(long patienceNanos) {
    this.patienceNanos = patienceNanos;
  }

  /** For the container's proxy. */
  protected StalledReaders() {
    this(0);
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
   * the time that the setting says.
   */
  public OutputStream patient(OutputStream answer) {
    return new Patient(answer);
  }

  /** Ends what has waited too long. */
  void cut() {
    long now = System.nanoTime();
    writes.stream().filter(write -> now - write.since > patienceNanos).forEach(Write::cut);
  }

  /** One piece that a thread is about to hand over. */
  private static final class Write {

    private final Thread thread = Thread.currentThread();
    private final long since = System.nanoTime();
    private boolean over;
    private boolean cut;

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

  private final class Patient extends FilterOutputStream {

    Patient(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      for (int done = 0; done < count; done += PIECE) {
        piece(bytes, from + done, Math.min(PIECE, count - done));
      }
    }

    private void piece(byte[] bytes, int from, int count) throws IOException {
      Write write = new Write();
      writes.add(write);
      boolean late;
      try {
        out.write(bytes, from, count);
      } finally {
        writes.remove(write);
        late = write.end();
      }
      if (late) {
        throw new IOException("nobody takes the answer");
      }
    }
  }
}
