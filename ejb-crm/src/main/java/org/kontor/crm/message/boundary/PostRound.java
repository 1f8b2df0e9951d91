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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kontor.crm.message.boundary.Sending.Done;
import org.kontor.crm.message.control.MailConnection;
import org.kontor.crm.message.control.MailConnection.MailServerAway;
import org.kontor.crm.message.control.MailServer;
import org.kontor.crm.platform.boundary.Setting;
import org.kontor.crm.platform.boundary.Settings;
import org.kontor.domain.run.AfterWork;
import org.kontor.domain.time.BusinessClock;

/**
 * One round of the post: the outbox becomes messages, then all mail that is due is sent over a
 * bounded number of connections. One round at a time on a node; nodes share by locked rows.
 */
@ApplicationScoped
public class PostRound implements AfterWork {

  private static final Logger LOG = Logger.getLogger(PostRound.class.getName());

  private final ReentrantLock oneAtATime = new ReentrantLock();

  @Resource private ManagedExecutorService executor;
  @Inject private Relay relay;
  @Inject private Sending sending;
  @Inject private MailServer server;
  @Inject private Settings settings;
  @Inject private BusinessClock clock;

  /** In simulation: whatever is due now is done when this returns, unless the server is away. */
  @Override
  public void after(Instant now) {
    oneAtATime.lock();
    try {
      round();
    } finally {
      oneAtATime.unlock();
    }
  }

  /** In production, from the tick. */
  void unlessBusy() {
    if (oneAtATime.tryLock()) {
      try {
        round();
      } finally {
        oneAtATime.unlock();
      }
    }
  }

  private void round() {
    if (!server.isOn()) {
      return;
    }
    try {
      relayAll();
      sendAll();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the post stopped; the next round goes on with it", e);
    }
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
        LOG.log(Level.WARNING, "outbox row " + id + " makes no message", e);
        relay.putAside(id, reason(e));
      }
    }
    return seen;
  }

  private void sendAll() {
    List<Long> due = sending.due();
    while (!due.isEmpty() && server.mayBeAsked(clock.now())) {
      Queue<Long> queue = new ConcurrentLinkedQueue<>(due);
      AtomicInteger handled = new AtomicInteger();
      List<Future<?>> others = new ArrayList<>();
      for (int i = 1; i < settings.whole(Setting.MAIL_CONNECTIONS) && due.size() > i; i++) {
        others.add(executor.submit(() -> work(queue, handled)));
      }
      work(queue, handled);
      others.forEach(PostRound::await);
      if (handled.get() == 0) {
        return;
      }
      due = sending.due();
    }
  }

  /** Sends what is in the queue over one connection; stops when the server is away. */
  private void work(Queue<Long> queue, AtomicInteger handled) {
    try (Dialogue dialogue = new Dialogue()) {
      Long id = queue.poll();
      while (id != null && server.mayBeAsked(clock.now())) {
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
