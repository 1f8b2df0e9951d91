package org.kontor.system.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.MailServer;
import org.kontor.system.base.MailServer.Mood;
import org.kontor.system.base.SystemTest;
import org.kontor.system.rig.Database;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Story;
import org.kontor.system.story.Vendor;

/** What is mailed reaches people once, whatever the mail server does. */
@SystemTest(mail = true)
class MailIT extends Story {

  private MailServer mail;

  @BeforeEach
  void goodServer() throws Exception {
    mail = kontor().mail();
    mail.reset();
  }

  @Test
  void a_mail_is_sent_on_its_day_in_the_language_of_its_reader_and_says_that_no_person_wrote_it() {
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim");
    Customer beta = prim.customer("Beta");
    beta.tries("start");
    prim.until("2026-03-15");
    List<MimeMessage> mails = mail.takenFor(address(beta));
    assertThat(mails)
        .extracting(Post::subject)
        .containsExactly(
            "Accesul dvs. la zona de client",
            "Au mai rămas 7 zile până la ștergerea contului de probă",
            "Au mai rămas 3 zile până la ștergerea contului de probă",
            "A mai rămas 1 zi până la ștergerea contului de probă",
            "Contul de probă a fost șters");
    MimeMessage warning = mails.get(1);
    assertThat(MailServer.header(warning, "Auto-Submitted")).isEqualTo("auto-generated");
    assertThat(MailServer.header(warning, "From")).contains("<facturi@prim.example>");
    assertThat(MailServer.header(warning, "Date")).contains("Mar 2026");
    assertThat(Post.text(warning)).contains("15 martie 2026", "Client: Beta (Beta)");
    assertThat(Post.html(warning)).contains("15 martie 2026", "<html lang=\"ro\">");
    assertThat(states(beta)).containsOnly("SENT").hasSize(5);
  }

  @Test
  void a_server_that_is_away_for_a_day_loses_nothing_and_gets_nothing_twice() throws Exception {
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim");
    List<Customer> customers = List.of(prim.customer("A"), prim.customer("B"), prim.customer("C"));
    customers.forEach(customer -> customer.tries("start"));
    prim.until("2026-03-07");
    mail.is(Mood.AWAY);
    prim.until("2026-03-09");
    for (Customer customer : customers) {
      assertThat(states(customer)).containsExactly("WAITING", "SENT");
    }
    mail.is(Mood.GOOD);
    prim.until("2026-03-10");
    for (Customer customer : customers) {
      assertThat(mail.takenFor(address(customer))).hasSize(2);
      assertThat(states(customer)).containsOnly("SENT").hasSize(2);
    }
    assertThat(mail.taken()).extracting(Post::id).doesNotHaveDuplicates();
  }

  @Test
  void a_server_that_asks_to_try_later_or_says_nothing_gets_each_mail_in_the_end()
      throws Exception {
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim");
    prim.untilTime("2026-03-01T09:00");
    for (Mood mood : List.of(Mood.TRY_LATER, Mood.SILENT)) {
      mail.is(mood);
      Customer customer = prim.customer("Patient " + mood);
      prim.book().until(prim.book().now().plusSeconds(3600));
      assertThat(mail.takenFor(address(customer))).isEmpty();
      assertThat(states(customer)).containsOnly("WAITING");
      mail.is(Mood.GOOD);
      prim.book().until(prim.book().now().plusSeconds(3600));
      assertThat(mail.takenFor(address(customer))).as(mood.name()).hasSize(1);
      assertThat(states(customer)).containsOnly("SENT");
    }
  }

  @Test
  void a_mail_that_was_taken_without_a_word_is_repeated_with_the_same_id_and_no_other_is()
      throws Exception {
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim");
    mail.is(Mood.DROP_AFTER_TAKING);
    Customer customer = prim.customer("Doubt");
    prim.book().until(prim.book().now().plusSeconds(30));
    mail.is(Mood.GOOD);
    prim.book().until(prim.book().now().plusSeconds(3600));
    List<MimeMessage> mails = mail.takenFor(address(customer));
    assertThat(mails).hasSizeBetween(2, 4);
    assertThat(mails.stream().map(Post::id).distinct()).hasSize(1);
    assertThat(states(customer)).containsExactly("SENT");
  }

  @Test
  void an_unknown_recipient_is_marked_and_gets_no_more_mail_until_a_person_says_it_is_good() {
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim");
    mail.doesNotKnow(prim.request("Gone").get("email").toString());
    Customer gone = prim.customer("Gone");
    gone.tries("start");
    prim.until("2026-03-09");
    assertThat(states(gone)).containsExactly("BOUNCED", "BOUNCED");
    JsonNode bounced = rest().all("bounced-addresses?vendor=prim").get(0);
    assertThat(bounced.path("address").asText()).isEqualTo(address(gone));
    assertThat(bounced.path("reason").asText()).isEqualTo("550 5.1.1 nobody of that name");
    rest().delete("bounced-addresses/" + bounced.path("id").asLong()).ok();
    assertThat(rest().all("bounced-addresses?vendor=prim")).isEmpty();
  }

  @Test
  void a_warning_that_is_over_when_the_server_is_back_is_not_sent() throws Exception {
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim");
    Customer quick = prim.customer("Quick");
    var trial = quick.tries("start");
    prim.untilTime("2026-03-07T23:00");
    mail.is(Mood.AWAY);
    prim.untilTime("2026-03-08T01:00");
    rest().post("subscriptions/" + trial.id() + "/conversion", Map.of()).ok();
    mail.is(Mood.GOOD);
    prim.untilTime("2026-03-08T03:00");
    assertThat(mail.takenFor(address(quick)))
        .extracting(Post::subject)
        .noneMatch(subject -> subject.contains("rămas"));
    assertThat(states(quick)).contains("CANCELLED");
  }

  static List<String> states(List<JsonNode> messages) {
    return messages.stream().map(message -> message.path("state").asText()).toList();
  }

  private List<String> states(Customer customer) {
    return states(rest().all("customers/" + customer.id() + "/messages"));
  }

  private String address(Customer customer) {
    try (Database database = database()) {
      return database.value("select lower(email) from customer where id = ?", customer.id());
    }
  }
}
