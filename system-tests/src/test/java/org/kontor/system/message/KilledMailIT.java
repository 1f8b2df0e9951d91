package org.kontor.system.message;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.MailServer;
import org.kontor.system.base.SystemTest;
import org.kontor.system.rig.Database;
import org.kontor.system.story.Book;
import org.kontor.system.story.Story;
import org.kontor.system.story.Vendor;

/** A node dies between the mail server's taking a mail and its saying so. */
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
    Post.await("the node is killed", killed::get);
    kontor().kill();
    kontor().restart();
    Post.await("all are sent", () -> sent() == CUSTOMERS);
    List<MimeMessage> mails = mail.taken();
    assertThat(mails.stream().map(Post::id).distinct()).hasSize(CUSTOMERS);
    assertThat(mails).hasSizeBetween(CUSTOMERS, CUSTOMERS + 1);
  }

  private long sent() {
    try (Database database = database()) {
      return database.number("select count(*) from message where state = 'SENT'");
    }
  }
}
