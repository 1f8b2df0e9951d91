package org.kontor.crm.message.boundary;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kontor.crm.message.boundary.Sending.Done;
import org.kontor.crm.message.control.MailConnection;
import org.kontor.crm.message.control.MailConnection.MailServerAway;
import org.kontor.crm.message.control.MailServer;
import org.kontor.crm.platform.boundary.Setting;
import org.kontor.crm.platform.boundary.Settings;
import org.kontor.crm.platform.boundary.SqlStates;
import org.kontor.domain.run.AfterWork;
import org.kontor.domain.time.BusinessClock;

/**
 * One round of the post: the outbox becomes messages, then all mail that is due is sent over a
 * bounded number of connections, what carries no document first. One round at a time on a node;
 * nodes share by locked rows.
 *
 * <p>While a simulated clock is moved, each day's mail goes out on that day: dates of deletions
 * hang on it. Documents, on which nothing hangs, are waited for no longer than the settings say in
 * one move; the rest stays due and goes out by the next rounds.
 */
@ApplicationScoped
public class PostRound implements AfterWork {

  private static final Logger LOG = Logger.getLogger(PostRound.class.getName());

  private final ReentrantLock oneAtATime = new ReentrantLock();

  /** Nanoseconds that are left for documents while the clock is moved. */
  private final AtomicLong patience = new AtomicLong();

  @Resource private ManagedExecutorService executor;
  @Inject private Relay relay;
  @Inject private Sending sending;
  @Inject private MailServer server;
  @Inject private Settings settings;
  @Inject private BusinessClock clock;

  @Override
  public void begin() {
    patience.set(TimeUnit.SECONDS.toNanos(settings.whole(Setting.MAIL_SIMULATION_SECONDS)));
  }

  /**
   * In simulation: whatever is due now is done when this returns, unless the server is away, or
   * documents have been waited for long enough.
   */
  @Override
  public void after(Instant now) {
    oneAtATime.lock();
    try {
      long left = patience.get();
      patience.addAndGet(-round(begun -> System.nanoTime() - begun >= left));
    } finally {
      oneAtATime.unlock();
    }
  }

  /** From the tick; makes way for whoever moves the clock. */
  void unlessBusy() {
    if (oneAtATime.tryLock()) {
      try {
        round(begun -> oneAtATime.hasQueuedThreads());
      } finally {
        oneAtATime.unlock();
      }
    }
  }

  /**
   * @param enough whether no more documents are to be sent for now, given when the first one was
   * @return nanoseconds that documents took
   */
  private long round(LongPredicate enough) {
    if (!server.isOn()) {
      return 0;
    }
    long begun = System.nanoTime();
    try {
      relayAll();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "what happened makes no messages now; the next round goes on", e);
    }
    try {
      sendAll(sending::duePlain, () -> false);
      long documents = System.nanoTime();
      begun = documents;
      sendAll(sending::due, () -> enough.test(documents));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the post stopped; the next round goes on with it", e);
    }
    return System.nanoTime() - begun;
  }

  private void relayAll() {
    int delivered;
    do {
      try {
        delivered = relay.chunk();
      } catch (RuntimeException chunkFailed) {
        delivered = oneByOne();
      }
    } while (delivered > 0);
  }

  /** What one row does must not hold up the others. */
  private int oneByOne() {
    int seen = 0;
    for (long id : relay.waiting()) {
      seen++;
      try {
        relay.one(id);
      } catch (RuntimeException e) {
        if (SqlStates.isAway(e)) {
          // Not the row's fault: it waits, as all others do
          throw e;
        }
        LOG.log(Level.WARNING, "outbox row " + id + " makes no message", e);
        relay.putAside(id, reason(e));
      }
    }
    return seen;
  }

  private void sendAll(Supplier<List<Long>> next, BooleanSupplier enough) {
    List<Long> due = enough.getAsBoolean() ? List.of() : next.get();
    while (!due.isEmpty() && server.mayBeAsked(clock.now())) {
      Queue<Long> queue = new ConcurrentLinkedQueue<>(due);
      AtomicInteger handled = new AtomicInteger();
      List<Future<?>> others = new ArrayList<>();
      for (int i = 1; i < settings.whole(Setting.MAIL_CONNECTIONS) && due.size() > i; i++) {
        others.add(executor.submit(() -> work(queue, handled, enough)));
      }
      work(queue, handled, enough);
      others.forEach(PostRound::await);
      if (handled.get() == 0) {
        return;
      }
      due = enough.getAsBoolean() ? List.of() : next.get();
    }
  }

  /** Sends what is in the queue over one connection; stops when the server is away. */
  private void work(Queue<Long> queue, AtomicInteger handled, BooleanSupplier enough) {
    try (Dialogue dialogue = new Dialogue()) {
      Long id = queue.poll();
      while (id != null && !enough.getAsBoolean() && server.mayBeAsked(clock.now())) {
        if (sendOne(id, dialogue.connection())) {
          handled.incrementAndGet();
        }
        id = queue.poll();
      }
    } catch (MailServerAway away) {
      server.wasAway(clock.now(), away.getMessage());
      LOG.log(Level.WARNING, away.getMessage());
    }
  }

  private boolean sendOne(long id, MailConnection connection) {
    try {
      Done done = sending.send(id, connection);
      if (done == Done.SERVER_AWAY) {
        server.wasAway(clock.now(), "the dialogue broke off");
      } else if (done == Done.ANSWERED) {
        server.worked();
      }
      return done != Done.IN_OTHER_HANDS;
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "mail " + id + " cannot be made now", e);
      sending.postpone(id, reason(e));
      return true;
    }
  }

  private static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String text = String.valueOf(cause.getMessage());
    return text.length() > 300 ? text.substring(0, 300) : text;
  }

  private static void await(Future<?> other) {
    try {
      other.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      LOG.log(Level.WARNING, "a connection of the post failed", e);
    }
  }

  /** A connection that is opened when it is needed, and again when it broke. */
  private final class Dialogue implements AutoCloseable {
    private MailConnection open;

    MailConnection connection() throws MailServerAway {
      if (open == null || !open.isAlive()) {
        close();
        open = server.open();
      }
      return open;
    }

    @Override
    public void close() {
      if (open != null) {
        open.close();
        open = null;
      }
    }
  }
}
