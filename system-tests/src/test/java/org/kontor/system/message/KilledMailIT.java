package org.kontor.system.message;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.MailServer;
import org.kontor.system.base.SecondNode;
import org.kontor.system.base.SystemTest;
import org.kontor.system.rig.Database;
import org.kontor.system.story.Book;
import org.kontor.system.story.Story;
import org.kontor.system.story.Vendor;

/** A node dies between the mail server's taking a mail and its saying so; two nodes send. */
@SystemTest(mail = true)
class KilledMailIT extends Story {

  private static final int CUSTOMERS = 25;

  @Test
  void a_kill_while_sending_repeats_at_most_one_mail_with_the_same_id_and_loses_none()
      throws Exception {
    MailServer mail = kontor().mail();
    mail.reset();
    mail.is(MailServer.Mood.AWAY);
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim");
    for (int i = 0; i < CUSTOMERS; i++) {
      Map<String, Object> body = prim.request("Customer " + i);
      rest().post("customers", body).ok();
    }
    AtomicInteger seen = new AtomicInteger();
    AtomicBoolean killed = new AtomicBoolean();
    mail.beforeAnswer(
        () -> {
          if (seen.incrementAndGet() == 7 && killed.compareAndSet(false, true)) {
            kontor().server().kill();
          }
        });
    mail.is(MailServer.Mood.GOOD);
    Thread asking = new Thread(this::letTimePass, "asks a node that dies");
    asking.start();
    Post.await("the node is killed", killed::get);
    asking.join();
    kontor().kill();
    kontor().restart();
    Post.await("all are sent", () -> sent() == CUSTOMERS);
    List<MimeMessage> mails = mail.taken();
    assertThat(mails.stream().map(Post::id).distinct()).hasSize(CUSTOMERS);
    assertThat(mails).hasSizeBetween(CUSTOMERS, CUSTOMERS + 1);
  }

  @Test
  void two_nodes_share_the_mail_and_send_each_once() throws Exception {
    MailServer mail = kontor().mail();
    mail.reset();
    mail.is(MailServer.Mood.AWAY);
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim");
    for (int i = 0; i < 2 * CUSTOMERS; i++) {
      rest().post("customers", prim.request("Customer " + i)).ok();
    }
    try (SecondNode second = kontor().secondNode()) {
      assertThat(second.api().get("clock").status()).isEqualTo(200);
      mail.is(MailServer.Mood.GOOD);
      Post.await("all are sent", () -> sent() == 2 * CUSTOMERS);
    }
    assertThat(mail.taken()).hasSize(2 * CUSTOMERS).extracting(Post::id).doesNotHaveDuplicates();
  }

  /** Mail goes out while the clock is moved; the answer never comes. */
  private void letTimePass() {
    try {
      rest().post("clock/advance", Map.of("days", 1));
    } catch (RuntimeException nobodyAnswers) {
      // It was killed, as it should be.
    }
  }

  private long sent() {
    try (Database database = database()) {
      return database.number("select count(*) from message where state = 'SENT'");
    }
  }
}
