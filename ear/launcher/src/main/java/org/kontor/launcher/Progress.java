package org.kontor.launcher;

import java.io.PrintStream;
import java.time.Duration;

/** Tells the person who waits what is being done, with the seconds since the start. */
public final class Progress {

  private final PrintStream out;
  private final long begin = System.nanoTime();

  public Progress(PrintStream out) {
    this.out = out;
  }

  /** One line with the elapsed seconds in front. */
  public synchronized void say(String line) {
    out.printf("[%3d s] %s%n", elapsed().toSeconds(), line);
    out.flush();
  }

  /** Lines as they are. */
  public synchronized void print(String lines) {
    out.println(lines);
    out.flush();
  }

  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
