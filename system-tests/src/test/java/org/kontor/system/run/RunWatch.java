package org.kontor.system.run;

import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.kontor.system.story.Rest;

/** Follows a run over REST as its starter would. */
final class RunWatch {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private RunWatch() {}

  /** Waits until the run is in one of these states. */
  static JsonNode until(Rest rest, String path, Set<String> states) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    JsonNode run = rest.get(path).ok();
    while (!states.contains(run.path("state").asText())) {
      if (System.nanoTime() > end) {
        fail("the run did not end: " + run);
      }
      pause(50);
      run = rest.get(path).ok();
    }
    return run;
  }

  static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
