package org.kontor.system.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.system.story.Shown.shown;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.domain.rules.Proves;
import org.kontor.system.base.MailServer;
import org.kontor.system.base.SystemTest;
import org.kontor.system.rig.Database;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Pack;
import org.kontor.system.story.Story;
import org.kontor.system.story.Subscription;
import org.kontor.system.story.Vendor;

/** S3: who neither uses nor pays is told, deleted, restorable, and gone (golden scenario 8). */
@SystemTest(mail = true)
class InactivityIT extends Story {

  private Vendor kabinet;
  private Customer olena;
  private Subscription base;
  private Ends ends;

  @BeforeEach
  void created_on_the_first_of_january_with_money_for_two_months() throws Exception {
    kontor().mail().reset();
    begin(Pack.bundled("kabinet"));
  }

  private void begin(Pack pack) {
    kabinet = Book.begin(rest(), "2026-01-01").vendor("kabinet", pack);
    olena = kabinet.customer("Olena");
    olena.topsUp("38.00", "USD", "payment-card", "two months").ok();
    base = olena.subscribes("base", Map.of());
    Ends.data(olena, base, rest());
    base.uses("messages", 12).ok();
    kabinet.untilTime("2026-02-01T12:00");
    try (Database database = database()) {
      Ends.login(database, base, "2026-02-01T10:00:00Z");
    }
    ends = new Ends(rest(), base);
  }

  @Test
  @Proves({
    "S3.29", "S3.30", "S3.31", "S3.32", "S3.33", "S3.35", "S3.37", "S3.38", "S3.39", "S3.41",
    "S3.43"
  })
  void S3_35_golden_scenario_8_day_by_day() {
    kabinet.untilTime("2026-03-03T23:59");
    assertThat(ends.cases()).isEmpty();
    assertThat(olena.balance()).isEqualByComparingTo("0.00");

    kabinet.untilTime("2026-03-04T00:05");
    shown(ends.last()).has("kind", "INACTIVITY").has("state", "ANNOUNCED");
    shown(ends.last()).has("deletesOn", "2026-03-14").has("deletesAt", "2026-03-13T22:00:00Z");
    assertThat(told()).containsExactly("10 on 2026-03-04");
    assertThat(mails()).isEqualTo(1);
    try (Database database = database()) {
      assertThat(database.rows("select audience from notice where topic = 'retention.notice'"))
          .as("S3.39: everybody sees it")
          .containsExactly(List.of("ALL"));
    }
    shown(notices(olena.mainAdministrator()).get(0)).has("shownUntil", "2026-03-13T22:00:00Z");

    kabinet.untilTime("2026-03-10T23:00");
    assertThat(told()).hasSize(1);
    kabinet.untilTime("2026-03-11T00:05");
    assertThat(told()).containsExactly("10 on 2026-03-04", "3 on 2026-03-11");
    kabinet.untilTime("2026-03-13T00:05");
    assertThat(told()).hasSize(3).contains("1 on 2026-03-13");
    assertThat(mails()).isEqualTo(3);

    kabinet.untilTime("2026-03-13T23:59");
    assertThat(base.state()).as("S3.38: it stays active").isEqualTo("ACTIVE");
    kabinet.untilTime("2026-03-14T00:05");
    assertThat(base.state()).isEqualTo("DELETED");
    shown(ends.last()).has("state", "DELETED").has("restorableThrough", "2026-04-03");
    try (Database database = database()) {
      assertThat(database.number("select count(*) from crm_account")).isZero();
      assertThat(database.number("select count(*) from quarantined_row")).isEqualTo(4);
    }
    shown(ends.certificates().get(0))
        .has("act", "DELETION")
        .has("intact", "true")
        .has("content.counts.crm_account", "2")
        .has("content.counts.usage_fact", "1");

    kabinet.untilTime("2026-04-03T23:59");
    assertThat(ends.state()).isEqualTo("DELETED");
    assertThat(olena.charges()).as("no base fee in the 20 days").hasSize(2);
    kabinet.untilTime("2026-04-04T00:05");
    assertThat(ends.state()).isEqualTo("PURGED");
    assertThat(ends.certificates()).hasSize(2);
    try (Database database = database()) {
      assertThat(database.number("select count(*) from quarantined_row")).isZero();
      assertThat(Ends.rows(database, olena)).isZero();
      assertThat(database.number("select count(*) from person")).isZero();
      assertThat(database.number("select count(*) from charge")).as("bookings stay").isEqualTo(2);
      assertThat(database.number("select count(*) from payment")).isEqualTo(1);
    }
  }

  @Test
  @Proves({"S3.36", "S3.40"})
  void S3_40_a_log_in_does_not_end_it_and_a_top_up_does() {
    kabinet.untilTime("2026-03-11T12:00");
    try (Database database = database()) {
      Ends.login(database, base, "2026-03-11T10:00:00Z");
    }
    kabinet.untilTime("2026-03-12T12:00");
    assertThat(ends.state()).isEqualTo("ANNOUNCED");
    olena.topsUp("19.00", "USD", "payment-card", "saved").ok();
    shown(ends.last()).has("state", "CANCELLED").has("endedBy", "MONEY");
    kabinet.until("2026-03-20");
    assertThat(told()).as("the last reminder is not sent").hasSize(2);
    assertThat(base.state()).isEqualTo("ACTIVE");
  }

  @Test
  @Proves("S3.36")
  void S3_36_an_administrator_cancels_and_has_peace_for_thirty_days() {
    kabinet.untilTime("2026-03-10T12:00");
    long staff = person("STAFF");
    long administrator = person("ADMINISTRATOR");
    ends.asks("cancellation", Map.of("personId", staff, "reason", "no"))
        .refused("NOT_ALLOWED_FOR_ROLE");
    shown(ends.asks("cancellation", Map.of("personId", administrator, "reason", "we stay")).ok())
        .has("state", "CANCELLED")
        .has("endedBy", "PERSON")
        .has("quietUntil", "2026-04-09");
    ends.asks("cancellation", Map.of("reason", "again")).refused("WRONG_STATE");
    kabinet.untilTime("2026-04-09T23:00");
    assertThat(ends.cases()).hasSize(1);
    kabinet.untilTime("2026-04-10T00:05");
    assertThat(ends.cases()).as("31 days later").hasSize(2);
    shown(ends.last()).has("deletesOn", "2026-04-20");
  }

  @Test
  @Proves("S3.44")
  void S3_44_the_ladder_stays_on_during_the_notice_which_stands_on_the_page_that_is_left() {
    neverSeenAndInDebt(Pack.bundled("kabinet"));
    assertThat(ends.state()).isEqualTo("ANNOUNCED");
    assertThat(base.effects()).containsOnly("BLOCKED");
    shown(base.access("ADMINISTRATOR"))
        .has("because.cause", "NEGATIVE_BALANCE")
        .has("stage", "4")
        .has("paymentPage", "true");
    for (long person : List.of(olena.mainAdministrator(), person("STAFF"))) {
      JsonNode notices =
          rest().get("customers/" + olena.id() + "/people/" + person + "/notices").ok();
      assertThat(notices.findValuesAsText("topic")).contains("retention.notice");
    }
    kabinet.untilTime("2026-02-20T23:59");
    assertThat(base.effects()).as("to the last minute").containsOnly("BLOCKED");
  }

  @Test
  @Proves("S3.44")
  void S3_44_the_other_reading_rests_the_ladder_from_the_notice_until_it_is_cancelled() {
    Pack resting = Pack.bundled("kabinet").with("ladderStaysOn: true ", "ladderStaysOn: false ");
    neverSeenAndInDebt(resting, "2026-02-10T12:00");
    assertThat(base.effects()).containsOnly("BLOCKED");
    JsonNode foretold =
        rest().get("subscriptions/" + base.id() + "/timeline?until=2026-02-21").ok();
    kabinet.untilTime("2026-02-11T00:05");
    assertThat(ends.state()).isEqualTo("ANNOUNCED");
    assertThat(base.effects()).containsOnly("FULL");
    JsonNode rests = base.access("STAFF");
    shown(rests).has("because.cause", "DELETION_NOTICE").has("because.subject", "2026-02-11");
    assertThat(rests.has("until")).as("until something ends the notice").isFalse();
    assertThat(foretold.toString()).contains("DELETION_NOTICE", "2026-02-10T22:00:00Z");
    kabinet.untilTime("2026-02-15T12:00");
    assertThat(base.effects()).as("days later still").containsOnly("FULL");
    long owner = olena.mainAdministrator();
    ends.asks("cancellation", Map.of("personId", owner, "reason", "we stay")).ok();
    assertThat(base.effects()).as("the debt is the same").containsOnly("BLOCKED");
    kabinet.untilTime("2026-02-17T12:00");
    shown(base.access("STAFF")).has("because.cause", "NEGATIVE_BALANCE").has("stage", "4");
  }

  private void neverSeenAndInDebt(Pack pack) {
    neverSeenAndInDebt(pack, "2026-02-11T00:05");
  }

  /** On 11 February 41 days old; 19.00 in debt since the 1st. */
  private void neverSeenAndInDebt(Pack pack, String until) {
    kabinet = Book.begin(rest(), "2026-01-01").vendor("kabinet", pack);
    olena = kabinet.customer("Olena");
    base = olena.subscribes("base", Map.of());
    ends = new Ends(rest(), base);
    kabinet.untilTime(until);
  }

  @Test
  void a_notice_that_the_mail_server_takes_late_moves_the_deletion() throws Exception {
    kontor().mail().is(MailServer.Mood.AWAY);
    kabinet.untilTime("2026-03-06T12:00");
    shown(ends.last()).has("state", "ANNOUNCED");
    assertThat(told()).containsExactly("10 on null");
    kontor().mail().is(MailServer.Mood.GOOD);
    kabinet.untilTime("2026-03-07T12:00");
    assertThat(told()).hasSize(1).doesNotContain("10 on null");
    String taken = ends.last().path("notices").get(0).path("acceptedOn").asText();
    assertThat(taken).isBetween("2026-03-06", "2026-03-07");
    kabinet.untilTime("2026-03-14T12:00");
    assertThat(base.state()).as("its day has moved").isEqualTo("ACTIVE");
    kabinet.untilTime("2026-03-18T12:00");
    assertThat(base.state()).isEqualTo("DELETED");
    assertThat(ends.last().path("deletedOn").asText())
        .isEqualTo(java.time.LocalDate.parse(taken).plusDays(10).toString());
  }

  @Test
  @Proves("S3.39")
  void S3_39_after_late_mail_the_mail_and_the_notice_for_everybody_name_the_day_that_has_moved()
      throws Exception {
    long staff = person("STAFF");
    kabinet.untilTime("2026-03-10T12:00");
    kontor().mail().is(MailServer.Mood.AWAY);
    kabinet.untilTime("2026-03-16T12:00");
    assertThat(told()).containsExactly("10 on 2026-03-04", "3 on null");
    assertThat(notices(staff).findValuesAsText("text"))
        .as("the day at the earliest, if the mail is taken today")
        .isNotEmpty()
        .allSatisfy(text -> assertThat(text).contains("19"));
    kontor().mail().is(MailServer.Mood.GOOD);
    kabinet.untilTime("2026-03-17T12:00");
    String day = ends.last().path("deletesOn").asText();
    assertThat(day).isBetween("2026-03-19", "2026-03-20");
    String number = day.substring(8);
    JsonNode mail =
        rest().all("customers/" + olena.id() + "/messages").stream()
            .filter(m -> m.path("topic").asText().equals("retention.notice"))
            .findFirst()
            .orElseThrow();
    assertThat(rest().get("messages/" + mail.path("id").asLong()).ok().path("text").asText())
        .contains(number)
        .doesNotContain("14");
    JsonNode seen = notices(staff);
    assertThat(seen.findValuesAsText("text"))
        .isNotEmpty()
        .allSatisfy(text -> assertThat(text).contains(number).doesNotContain("14"));
  }

  @Test
  void without_a_mail_server_nobody_is_ever_deleted() throws Exception {
    kontor().mail().is(MailServer.Mood.AWAY);
    kabinet.untilTime("2026-05-20T12:00");
    assertThat(base.state()).isEqualTo("ACTIVE");
    assertThat(told()).containsExactly("10 on null");
    kontor().mail().is(MailServer.Mood.GOOD);
  }

  @Test
  @Proves({"S3.42", "S3.45"})
  void S3_42_support_restores_everything_for_a_balance_that_carries_the_base_fee() {
    kabinet.untilTime("2026-04-03T12:00");
    assertThat(ends.state()).isEqualTo("DELETED");
    JsonNode refusal =
        ends.asks("restoration", Map.of("reason", "asked by phone")).refused("BALANCE_TOO_LOW");
    assertThat(refusal.toString()).contains("19.00");
    olena.topsUp("19.00", "USD", "payment-card", "back").ok();
    shown(ends.asks("restoration", Map.of("reason", "asked by phone")).ok())
        .has("state", "RESTORED");
    assertThat(base.state()).isEqualTo("ACTIVE");
    shown(rest().get("customers/" + olena.id() + "/crm-accounts").ok()).has("counted", "2");
    assertThat(base.usage("2026-01").toString()).contains("12");

    kabinet.until("2026-05-02");
    assertThat(olena.chargedOn("2026-05-01")).as("April").isEqualByComparingTo("19.00");
    assertThat(olena.chargedOn("2026-04-01")).as("March").isEqualByComparingTo("0");
  }

  @Test
  @Proves("S3.45")
  void S3_45_the_other_reading_restores_without_money_and_gives_thirty_days_of_peace() {
    begin(
        Pack.bundled("kabinet")
            .with("restoreNeeds: BALANCE_FOR_BASE_FEE ", "restoreNeeds: PAUSE_OF_30_DAYS "));
    kabinet.untilTime("2026-03-20T12:00");
    shown(ends.asks("restoration", Map.of("reason", "asked by phone")).ok())
        .has("quietUntil", "2026-04-19");
    kabinet.untilTime("2026-04-19T12:00");
    assertThat(ends.cases()).hasSize(1);
    kabinet.untilTime("2026-04-20T00:05");
    assertThat(ends.cases()).hasSize(2);
  }

  @Test
  @Proves({"S3.29", "S3.34"})
  void S3_34_staff_begin_it_under_the_same_conditions() {
    Map<String, Object> start = Map.of("subscriptionId", base.id(), "reason", "nobody answers");
    JsonNode refusal = rest().post("retention/cases", start).refused("CONDITIONS_NOT_MET");
    assertThat(refusal.toString()).contains("NO_FUNDS").contains("NOBODY_LOGGED_IN");

    begin(Pack.bundled("kabinet").with("byStaff: SAME_CONDITIONS ", "byStaff: ANY_TIME "));
    start = Map.of("subscriptionId", base.id(), "reason", "nobody answers");
    shown(rest().post("retention/cases", start).ok())
        .has("state", "ANNOUNCED")
        .has("deletesOn", "2026-02-11");
    rest().post("retention/cases", start).refused("WRONG_STATE");
  }

  @Test
  void a_hold_ends_it_and_after_the_hold_everybody_gets_all_days_again() {
    kabinet.untilTime("2026-03-13T12:00");
    String hold = "retention/holds/" + base.id();
    rest().put(hold, Map.of("reason", "law suit")).ok();
    shown(ends.last()).has("state", "CANCELLED").has("endedBy", "HOLD");
    kabinet.untilTime("2026-04-15T12:00");
    assertThat(ends.cases()).hasSize(1);
    rest()
        .post("retention/cases", Map.of("subscriptionId", base.id(), "reason", "x"))
        .refused("ON_HOLD");
    assertThat(rest().delete(hold).status()).isEqualTo(204);
    assertThat(rest().delete(hold).status()).isEqualTo(404);
    kabinet.untilTime("2026-04-16T12:00");
    shown(ends.last()).has("deletesOn", "2026-04-26");
  }

  private JsonNode notices(long person) {
    return rest().get("customers/" + olena.id() + "/people/" + person + "/notices").ok();
  }

  private List<String> told() {
    return ends.last().path("notices").findParents("daysLeft").stream()
        .map(n -> n.path("daysLeft").asText() + " on " + n.path("acceptedOn").asText("null"))
        .toList();
  }

  /** Mails of the deletion to the owner. */
  private long mails() {
    try (Database database = database()) {
      return database.number(
          "select count(*) from message where topic = 'retention.notice' and state = 'SENT'");
    }
  }

  private long person(String role) {
    String mail = role.toLowerCase(java.util.Locale.ROOT) + "@olena.example";
    JsonNode made =
        rest()
            .post(
                "customers/" + olena.id() + "/people",
                Map.of("name", role, "email", mail, "role", role))
            .ok();
    return made.has("personId") ? made.path("personId").asLong() : made.path("id").asLong();
  }
}
