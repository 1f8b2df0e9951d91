package org.kontor.system.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.system.story.Shown.shown;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.domain.rules.Proves;
import org.kontor.system.base.SystemTest;
import org.kontor.system.rig.Database;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Pack;
import org.kontor.system.story.Story;
import org.kontor.system.story.Subscription;
import org.kontor.system.story.Vendor;

/** Who is told of a stage, when, and how often: also of one that comes again after a grace. */
@SystemTest(mail = true)
class StageNewsIT extends Story {

  private static final List<String> ALL = List.of("FULL", "FULL", "FULL");
  private static final List<String> NOBODY = List.of("BLOCKED", "BLOCKED", "BLOCKED");

  @BeforeEach
  void goodServer() throws Exception {
    kontor().mail().reset();
  }

  @Test
  @Proves({"S3.11", "S3.12", "S3.13"})
  void S3_11_nobody_is_told_before_the_fourth_and_then_administrators_only() {
    Vendor kabinet = Book.begin(rest(), "2026-11-01").vendor("kabinet");
    Customer olha = kabinet.customer("Olha");
    olha.subscribes("base", Map.of());
    long administrator = person(olha, "ADMINISTRATOR");
    long staff = person(olha, "STAFF");
    Customer solo = kabinet.customer("Solo");
    solo.subscribes("base", Map.of());
    kabinet.untilTime("2026-12-03T23:00");
    assertThat(olha.balance()).isEqualByComparingTo("-19.00");
    for (long person : List.of(olha.mainAdministrator(), administrator, staff)) {
      assertThat(notices(olha, person)).isEmpty();
    }
    assertThat(sent(olha, "balance.exhausted")).isEmpty();
    assertThat(sent(olha, "access.stage")).isEmpty();

    kabinet.untilTime("2026-12-04T00:05");
    assertThat(notices(olha, olha.mainAdministrator())).hasSize(1);
    assertThat(notices(olha, administrator)).hasSize(1);
    assertThat(notices(olha, staff)).as("nothing changes for employees").isEmpty();
    assertThat(sent(olha, "access.stage")).as("a pop-up, no mail").isEmpty();
    kabinet.untilTime("2026-12-07T00:05");
    assertThat(sent(olha, "access.stage")).as("both administrators").hasSize(2);
    assertThat(notices(olha, staff)).isEmpty();
    List<MimeMessage> mails = kontor().mail().takenFor("administrator@stage.example");
    assertThat(mails).hasSize(1);
    assertThat(Post.subject(mails.get(0)) + Post.text(mails.get(0)))
        .as("what is owed, not a balance")
        .contains("19,00")
        .doesNotContain("-19", "−19", "\u2011" + "19");
    assertThat(rest().all("customers/" + solo.id() + "/messages?state=NO_ADDRESS"))
        .as("nobody is missed who is not there")
        .isEmpty();
    assertThat(sent(solo, "access.stage")).hasSize(1);
  }

  @Test
  void what_a_hold_held_back_begins_and_is_told_at_its_exact_end() {
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim");
    Customer mara = prim.customer("Mara");
    Subscription shop = mara.subscribes("start", Map.of());
    prim.untilTime("2026-03-11T09:00");
    holds(shop, "2026-03-13T10:00:00Z");
    prim.untilTime("2026-03-13T11:59");
    assertThat(shop.effects()).isEqualTo(ALL);
    assertThat(shop.state()).isEqualTo("ACTIVE");
    assertThat(sent(mara, "access.stage")).isEmpty();
    prim.untilTime("2026-03-13T12:01");
    assertThat(shop.effects()).isEqualTo(NOBODY);
    assertThat(shop.shown().path("stoppedOn").asText()).isEqualTo("2026-03-13");
    assertThat(shop.state()).isEqualTo("STOPPED");
    assertThat(sent(mara, "access.stage")).hasSize(1);
    assertThat(stops(mara)).isEqualTo(1);

    long hold = holds(shop, "2026-03-20T10:00:00Z");
    prim.untilTime("2026-03-15T12:00");
    assertThat(shop.effects()).isEqualTo(ALL);
    rest().post("access-holds/" + hold + "/end", Map.of("reason", "mistaken")).ok();
    assertThat(shop.effects()).isEqualTo(NOBODY);
    prim.untilTime("2026-03-15T12:01");
    assertThat(sent(mara, "access.stage")).as("staff ended it: told at once").hasSize(2);
    prim.untilTime("2026-03-25T12:00");
    assertThat(sent(mara, "access.stage")).as("and once").hasSize(2);
    assertThat(stops(mara)).isEqualTo(1);
    shown(shop.cases().get(0)).has("stage", "1");
  }

  @Test
  void a_block_that_returns_after_a_notice_of_a_transfer_is_told_again_once() {
    Pack pack =
        Pack.bundled("prim")
            .with(
                "lift: ALL_OVERDUE_PAID",
                "transferNotice: {days: 2, workingDays: true}\n  lift: ALL_OVERDUE_PAID");
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim", pack);
    Customer mara = prim.customer("Mara");
    Subscription shop = mara.subscribes("start", Map.of());
    prim.untilTime("2026-03-12T09:00");
    assertThat(sent(mara, "access.stage")).hasSize(1);
    rest().post("transfer-notices", Map.of("subscriptionId", shop.id())).ok();
    prim.untilTime("2026-03-16T23:59");
    assertThat(shop.effects()).isEqualTo(ALL);
    assertThat(sent(mara, "access.stage")).hasSize(1);
    prim.untilTime("2026-03-17T00:05");
    assertThat(shop.effects()).isEqualTo(NOBODY);
    assertThat(sent(mara, "access.stage")).hasSize(2);
    prim.untilTime("2026-03-20T12:00");
    assertThat(sent(mara, "access.stage")).hasSize(2);
    mara.pays("301.29", "RON", "bank-transfer", "it came").ok();
    prim.untilTime("2026-03-20T12:05");
    assertThat(sent(mara, "access.lifted")).hasSize(1);
  }

  @Test
  void who_has_paid_in_the_last_days_says_so_before_the_block_and_is_not_stopped() {
    Pack pack =
        Pack.bundled("prim")
            .with(
                "lift: ALL_OVERDUE_PAID",
                "transferNotice: {days: 2, workingDays: true}\n  lift: ALL_OVERDUE_PAID");
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim", pack);
    Customer mara = prim.customer("Mara");
    Subscription shop = mara.subscribes("start", Map.of());
    Map<String, Object> notice =
        Map.of("subscriptionId", shop.id(), "personId", mara.mainAdministrator());
    prim.untilTime("2026-03-05T12:00");
    rest().post("transfer-notices", notice).refused("WRONG_STATE");
    assertThat(shop.cases()).as("too early: his one notice is not used up").isEmpty();
    Map<String, Object> staff =
        Map.of("subscriptionId", shop.id(), "personId", person(mara, "STAFF"));
    prim.untilTime("2026-03-11T23:59");
    rest().post("transfer-notices", staff).refused("NOT_ALLOWED_FOR_ROLE");
    shown(rest().post("transfer-notices", notice).ok()).has("until", "2026-03-13T22:00:00Z");
    shown(shop.access("STAFF")).has("effect", "FULL").has("until", "2026-03-13T22:00:00Z");
    mara.pays("1.00", "RON", "bank-transfer", "a part").ok();
    rest().post("transfer-notices", notice).refused("ALREADY_EXISTS");
    prim.untilTime("2026-03-13T23:59");
    assertThat(shop.effects()).isEqualTo(ALL);
    assertThat(shop.state()).isEqualTo("ACTIVE");
    prim.untilTime("2026-03-14T00:05");
    assertThat(shop.effects()).isEqualTo(NOBODY);
    assertThat(shop.state()).isEqualTo("STOPPED");
    assertThat(sent(mara, "access.stage")).hasSize(1);

    Customer ana = prim.customer("Ana");
    Subscription other = ana.subscribes("start", Map.of());
    String owed = ana.invoices().get(0).path("total").asText();
    prim.untilTime("2026-03-24T12:00");
    rest().post("transfer-notices", Map.of("subscriptionId", other.id())).ok();
    ana.pays(owed, "RON", "bank-transfer", "it came").ok();
    prim.untilTime("2026-03-26T12:00");
    assertThat(other.effects()).isEqualTo(ALL);
    assertThat(sent(ana, "access.lifted")).as("nothing had been restricted").isEmpty();
    rest().post("transfer-notices", Map.of("subscriptionId", other.id())).refused("WRONG_STATE");
  }

  @Test
  void after_a_broken_promise_and_after_a_hold_the_payer_hears_it_once_each() {
    Vendor intrum = Book.begin(rest(), "2026-06-01").vendor("intrum");
    Customer ivan = intrum.customer("Ivan");
    long administrator = person(ivan, "ADMINISTRATOR");
    Subscription crm = ivan.subscribes("crm", Map.of());
    crm.uses("headcount", 5).ok();
    intrum.untilTime("2026-06-02T10:05");
    assertThat(sent(ivan, "balance.exhausted")).hasSize(1);
    crm.promises(1).ok();
    intrum.untilTime("2026-06-03T10:06");
    assertThat(sent(ivan, "promise.broken")).hasSize(1);
    assertThat(notices(ivan, administrator)).as("shut out again").hasSize(1);
    assertThat(sentTo(ivan, "access.stage.others")).isEmpty();
    holds(crm, "2026-06-04T09:30:00Z");
    intrum.untilTime("2026-06-04T12:31");
    assertThat(crm.effects()).isEqualTo(List.of("FULL", "BLOCKED", "BLOCKED"));
    assertThat(sentTo(ivan, "access.stage.others")).hasSize(1);
    intrum.untilTime("2026-06-08T12:00");
    assertThat(sentTo(ivan, "access.stage.others")).hasSize(1);
    assertThat(sent(ivan, "balance.exhausted")).as("once in a case (S2.14)").hasSize(1);
  }

  @Test
  void the_first_day_of_a_newer_version_is_looked_at_whenever_it_was_imported() {
    Pack late = Pack.bundled("prim").with("{from: 1, main", "{from: 10, main");
    Pack soon = Pack.bundled("prim").with("{from: 1, main", "{from: 2, main");
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim", late);
    Subscription early = prim.customer("Early").subscribes("start", Map.of());
    prim.untilTime("2026-03-13T12:00");
    shown(early.cases().get(0)).has("stage", "0");
    imported(soon.version(2, LocalDate.parse("2026-03-15")));
    prim.untilTime("2026-03-14T23:00");
    assertThat(early.state()).isEqualTo("ACTIVE");
    prim.untilTime("2026-03-15T00:05");
    assertThat(early.effects()).isEqualTo(NOBODY);
    assertThat(early.state()).isEqualTo("STOPPED");
    assertThat(sent(early.customer(), "access.stage")).hasSize(1);

    prim = Book.begin(rest(), "2026-03-01").vendor("prim", late);
    imported(soon.version(2, LocalDate.parse("2026-03-15")));
    Subscription other = prim.customer("Other").subscribes("start", Map.of());
    prim.untilTime("2026-03-14T23:00");
    assertThat(other.state()).isEqualTo("ACTIVE");
    prim.untilTime("2026-03-15T00:05");
    assertThat(other.state()).isEqualTo("STOPPED");
    assertThat(sent(other.customer(), "access.stage")).hasSize(1);
  }

  private void imported(Pack pack) {
    rest()
        .call("POST", "policy-packs", pack.source(), Map.of("Content-Type", "application/yaml"))
        .ok();
  }

  private long holds(Subscription subscription, String until) {
    Map<String, Object> hold =
        Map.of(
            "subscriptionId",
            subscription.id(),
            "until",
            Instant.parse(until).toString(),
            "reason",
            "the bank called");
    return rest().post("access-holds", hold).ok().path("id").asLong();
  }

  private long stops(Customer customer) {
    try (Database database = database()) {
      return database.number(
          "select count(*) from outbox where topic = 'subscription.stopped' and customer_id = ?",
          customer.id());
    }
  }

  private long person(Customer customer, String role) {
    String mail = role.toLowerCase(java.util.Locale.ROOT) + "@stage.example";
    return rest()
        .post(
            "customers/" + customer.id() + "/people",
            Map.of("name", role, "email", mail, "role", role))
        .ok()
        .path("id")
        .asLong();
  }

  private JsonNode notices(Customer customer, long person) {
    return rest().get("customers/" + customer.id() + "/people/" + person + "/notices").ok();
  }

  /** Mails on a topic that the mail server has taken. */
  private List<JsonNode> sent(Customer customer, String topic) {
    return mails(customer, "topic", topic);
  }

  private List<JsonNode> sentTo(Customer customer, String template) {
    return mails(customer, "template", template);
  }

  private List<JsonNode> mails(Customer customer, String field, String value) {
    return rest().all("customers/" + customer.id() + "/messages").stream()
        .filter(message -> message.path(field).asText().equals(value))
        .filter(message -> message.path("state").asText().equals("SENT"))
        .toList();
  }
}
