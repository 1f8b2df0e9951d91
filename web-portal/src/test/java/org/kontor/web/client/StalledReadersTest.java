package org.kontor.web.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StalledReadersTest {

  private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(100);

  @Test
  void who_takes_nothing_any_more_ends_the_answer_and_its_thread_is_free() throws IOException {
    StalledReaders readers = new StalledReaders(PATIENCE);
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
    StalledReaders readers = new StalledReaders(PATIENCE);
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
}
