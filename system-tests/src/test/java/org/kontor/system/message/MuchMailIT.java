package org.kontor.system.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.MailServer;
import org.kontor.system.base.MailServer.Mood;
import org.kontor.system.base.SystemTest;
import org.kontor.system.rig.Database;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Story;
import org.kontor.system.story.Vendor;

/** Moving the clock over more documents than can be mailed in the time that is waited for them. */
@SystemTest(mail = true)
class MuchMailIT extends Story {

  private static final int CUSTOMERS = Integer.getInteger("kontor.mails", 250);
  private static final int AT_ONCE = 500;

  /** With so many milliseconds for each document they take longer than is waited for them. */
  private static final int SLOW = Integer.getInteger("kontor.mails.slow", 150);

  @Test
  void the_clock_answers_when_all_is_done_but_documents_by_mail_which_follow_by_themselves()
      throws Exception {
    MailServer mail = kontor().mail();
    mail.reset();
    mail.is(Mood.AWAY);
    Book book = Book.begin(rest(), "2026-03-05");
    Vendor prim = book.vendor("prim");
    subscribe(prim);
    Customer trial = prim.customer("Trial");
    trial.tries("start");
    mail.beforeAnswer(() -> slowly(mail));
    mail.is(Mood.GOOD);

    long begun = System.nanoTime();
    JsonNode moved = rest().post("clock/advance", Map.of("to", "2026-03-12T06:00:00Z")).ok();
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
    int waiting = moved.path("mailWaiting").asInt();
    System.out.printf(
        "Much mail: moved in %d s, %d mails taken, %d wait%n",
        seconds, mail.sources().size(), waiting);
    assertThat(waiting).as("documents took longer than is waited for them").isPositive();
    mail.beforeAnswer(() -> {});
    try (Database database = database()) {
      assertThat(database.number("select count(*) from invoice")).isEqualTo(CUSTOMERS);
      assertThat(database.number("select count(*) from outbox where delivered_at is null"))
          .as("what happened is a message, sent or waiting")
          .isZero();
      assertThat(
              database.number(
                  "select count(*) from message where state = 'WAITING' and attachments = ''"))
          .as("mail on which dates hang")
          .isZero();
      assertThat(database.number("select count(*) from message where state = 'WAITING'"))
          .isLessThanOrEqualTo(waiting);
      assertThat(seconds).isLessThan(60);
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(150);
      while (database.number("select count(*) from message where state = 'WAITING'") > 0) {
        assertThat(System.nanoTime()).as("the rest goes out by itself").isLessThan(end);
        TimeUnit.MILLISECONDS.sleep(200);
      }
      assertThat(
              database.number(
                  "select count(*) from message where state = 'SENT' and attachments <> ''"))
          .isEqualTo(CUSTOMERS);
    }
    assertThat(mail.taken()).extracting(Post::id).doesNotHaveDuplicates();
  }

  private static void slowly(MailServer mail) {
    List<String> taken = mail.sources();
    if (taken.get(taken.size() - 1).contains("application/pdf")) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(SLOW));
    }
  }

  private void subscribe(Vendor prim) {
    List<Map<String, Object>> wishes = new ArrayList<>();
    for (int i = 0; i < CUSTOMERS; i++) {
      Customer customer = prim.customer("M%04d".formatted(i));
      wishes.add(new HashMap<>(customer.subscriptionRequest("start", false, Map.of())));
      if (wishes.size() == AT_ONCE || i == CUSTOMERS - 1) {
        rest().post("subscriptions/bulk", Map.of("subscriptions", wishes)).ok();
        wishes.clear();
      }
    }
    try (Database database = database()) {
      assertThat(database.number("select count(*) from subscription")).isEqualTo(CUSTOMERS);
    }
  }
}
