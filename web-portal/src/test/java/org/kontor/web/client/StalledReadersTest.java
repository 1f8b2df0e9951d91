package org.kontor.web.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StalledReadersTest {

  private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(100);

  @Test
  void who_takes_nothing_any_more_ends_the_answer_and_its_thread_is_free() throws IOException {
    StalledReaders readers = new StalledReaders(PATIENCE, System::nanoTime);
    ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor();
    try (PipedInputStream reader = new PipedInputStream(1_000);
        PipedOutputStream pipe = new PipedOutputStream(reader)) {
      rounds.scheduleWithFixedDelay(readers::cut, 10, 10, TimeUnit.MILLISECONDS);
      OutputStream answer = readers.patient(pipe);
      assertThatThrownBy(() -> answer.write(new byte[5_000])).isInstanceOf(IOException.class);
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
    } finally {
      rounds.shutdownNow();
    }
  }

  @Test
  void who_takes_all_gets_all() throws IOException {
    StalledReaders readers = new StalledReaders(PATIENCE, System::nanoTime);
    ByteArrayOutputStream taken = new ByteArrayOutputStream();
    byte[] sent = new byte[100_000];
    sent[99_999] = 7;
    OutputStream answer = readers.patient(taken);
    answer.write(sent);
    readers.cut();
    answer.write(1);
    assertThat(taken.size()).isEqualTo(100_001);
    assertThat(taken.toByteArray()[99_999]).isEqualTo((byte) 7);
  }

  @Test
  void who_takes_next_to_nothing_ends_the_answer_too_however_often_it_takes_a_piece() {
    Slow reader = new Slow(Duration.ofSeconds(59));
    OutputStream answer = reader.guard.patient(reader);
    assertThatThrownBy(() -> answer.write(new byte[10_000_000])).isInstanceOf(IOException.class);
    assertThat(reader.taken).isLessThan(20_000);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void who_is_slow_and_steady_gets_all() throws IOException {
    // Pieces of 8,192 bytes
    Slow reader = new Slow(Duration.ofMillis(8_192_000 / StalledReaders.SLOWEST));
    OutputStream answer = reader.guard.patient(reader);
    answer.write(new byte[1_000_000]);
    answer.close();
    assertThat(reader.taken).isEqualTo(1_000_000);
  }

  @Test
  void the_last_bytes_that_the_server_kept_are_waited_for_no_longer_than_others() {
    Slow reader = new Slow(Duration.ofSeconds(61));
    assertThatThrownBy(reader.guard.patient(reader)::flush).isInstanceOf(IOException.class);
    assertThatThrownBy(reader.guard.patient(reader)::close).isInstanceOf(IOException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  /** Each time a thread hands something over, so much time goes by; nobody waits for it. */
  private static final class Slow extends OutputStream {

    private final AtomicLong nanos = new AtomicLong();
    private final StalledReaders guard =
        new StalledReaders(TimeUnit.SECONDS.toNanos(60), nanos::get);
    private final long each;
    private long taken;

    Slow(Duration each) {
      this.each = each.toNanos();
    }

    @Override
    public void write(int one) throws IOException {
      throw new UnsupportedOperationException("pieces only");
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      pass();
      taken += count;
    }

    @Override
    public void flush() throws IOException {
      pass();
    }

    @Override
    public void close() throws IOException {
      pass();
    }

    private void pass() throws IOException {
      nanos.addAndGet(each);
      guard.cut();
      if (Thread.interrupted()) {
        throw new InterruptedIOException();
      }
    }
  }
}
