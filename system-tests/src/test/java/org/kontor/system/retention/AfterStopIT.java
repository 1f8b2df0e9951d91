package org.kontor.system.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.system.story.Shown.shown;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
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
import org.kontor.system.story.Rest;
import org.kontor.system.story.Story;
import org.kontor.system.story.Subscription;
import org.kontor.system.story.Vendor;

/** S1: two months after the stop the account is closed and its data deleted (golden scenario 1). */
@SystemTest(mail = true)
class AfterStopIT extends Story {

  private Vendor prim;
  private Customer alfa;
  private Subscription start;
  private Ends ends;

  @BeforeEach
  void the_mail_server_is_in_a_good_mood() throws Exception {
    kontor().mail().reset();
  }

  /** Not paid by 11 March 2026, stopped on the 12th. */
  private void stopped(Pack pack) {
    prim = Book.begin(rest(), "2026-03-01").vendor("prim", pack);
    alfa = prim.customer("Alfa");
    start = alfa.subscribes("start", Map.of());
    Ends.data(alfa, start, rest());
    start.uses("external-documents", 12).ok();
    prim.untilTime("2026-03-12T00:05");
    assertThat(start.state()).isEqualTo("STOPPED");
    ends = new Ends(rest(), start);
  }

  @Test
  @Proves("S1.30")
  void S1_30_golden_scenario_1_paid_on_the_last_day_of_the_two_months_it_is_not_deleted() {
    stopped(Pack.bundled("prim"));
    prim.untilTime("2026-05-11T23:00");
    shown(ends.last()).has("kind", "AFTER_STOP").has("deletesOn", "2026-05-12");
    alfa.pays("301.29", "RON", "bank-transfer", "late").ok();
    assertThat(start.state()).as("back at once").isEqualTo("ACTIVE");
    assertThat(ends.state()).isEqualTo("CANCELLED");
    prim.until("2026-05-20");
    assertThat(start.state()).isEqualTo("ACTIVE");
    shown(rest().get("customers/" + alfa.id() + "/crm-accounts").ok()).has("counted", "2");
  }

  @Test
  @Proves({"S1.29", "S1.31", "S1.32"})
  void S1_32_golden_scenario_1_unpaid_it_is_closed_and_deleted_on_the_twelfth_of_may() {
    stopped(Pack.bundled("prim"));
    prim.untilTime("2026-05-11T23:59");
    assertThat(start.state()).isEqualTo("STOPPED");
    assertThat(told()).containsExactly("10 on 2026-05-02", "3 on 2026-05-09", "1 on 2026-05-11");
    prim.untilTime("2026-05-12T00:05");
    assertThat(start.state()).isEqualTo("DELETED");
    shown(rest().get("customers/" + alfa.id()).ok()).has("state", "CLOSED");
    assertThat(ends.state()).isEqualTo("PURGED");
    assertThat(ends.certificates()).hasSize(2);
    try (Database database = database()) {
      assertThat(Ends.rows(database, alfa)).isZero();
      assertThat(database.number("select count(*) from quarantined_row")).isZero();
    }
    assertThat(alfa.invoices()).as("fiscal documents stay").hasSize(1);
    ends.asks("restoration", Map.of("reason", "please")).refused("RESTORE_TOO_LATE");

    alfa.pays("301.29", "RON", "bank-transfer", "too late").ok();
    assertThat(start.state()).as("a late payment does not reopen").isEqualTo("DELETED");
    shown(alfa.invoices().get(0)).has("amountDue", "301.29");
    assertThat(alfa.balance()).as("it is credit to refund").isEqualByComparingTo("301.29");
  }

  @Test
  @Proves({"S1.31", "S1.32"})
  void S1_31_closing_and_deletion_are_settings_of_their_own() {
    stopped(Pack.bundled("prim").with("deleteData: true", "deleteData: false"));
    prim.untilTime("2026-05-12T12:00");
    assertThat(start.state()).isEqualTo("ENDED");
    shown(rest().get("customers/" + alfa.id()).ok()).has("state", "CLOSED");
    shown(rest().get("customers/" + alfa.id() + "/crm-accounts").ok()).has("counted", "2");
    assertThat(ends.certificates()).isEmpty();

    stopped(Pack.bundled("prim").with("closeAccount: true", "closeAccount: false"));
    prim.untilTime("2026-05-12T12:00");
    assertThat(start.state()).isEqualTo("DELETED");
    shown(rest().get("customers/" + alfa.id()).ok()).has("state", "ACTIVE");
    shown(rest().get("customers/" + alfa.id() + "/crm-accounts").ok()).has("counted", "0");
  }

  @Test
  @Proves("S1.29")
  void S1_29_the_other_readings_count_from_the_due_day_or_the_issue() {
    stopped(Pack.bundled("prim").with("start: STOP", "start: DUE"));
    prim.untilTime("2026-03-13T12:00");
    shown(ends.last()).has("deletesOn", "2026-05-11");
    stopped(Pack.bundled("prim").with("start: STOP", "start: ISSUE"));
    prim.untilTime("2026-03-13T12:00");
    shown(ends.last()).has("deletesOn", "2026-05-01");
  }

  @Test
  @Proves("S1.29")
  void S1_29_of_what_staff_had_stopped_the_months_count_from_the_stop_for_the_unpaid_invoice() {
    prim = Book.begin(rest(), "2026-03-01").vendor("prim");
    alfa = prim.customer("Alfa");
    start = alfa.subscribes("start", Map.of());
    ends = new Ends(rest(), start);
    prim.untilTime("2026-03-05T12:00");
    start.stops("seasonal pause").ok();
    prim.untilTime("2026-03-11T23:00");
    assertThat(ends.cases()).isEmpty();
    prim.untilTime("2026-03-13T12:00");
    shown(ends.last()).has("beganOn", "2026-03-12").has("deletesOn", "2026-05-12");
  }

  @Test
  void while_staff_hold_the_access_open_nothing_is_deleted() {
    stopped(Pack.bundled("prim"));
    prim.untilTime("2026-05-05T12:00");
    rest()
        .post(
            "access-holds",
            Map.of(
                "subscriptionId",
                start.id(),
                "until",
                "2026-05-20T10:00:00Z",
                "reason",
                "they pay in parts"))
        .ok();
    prim.untilTime("2026-05-20T12:00");
    assertThat(start.effects()).containsOnly("FULL");
    assertThat(start.state()).isEqualTo("STOPPED");
    assertThat(ends.state()).isEqualTo("ANNOUNCED");
    prim.untilTime("2026-05-21T00:05");
    assertThat(start.state()).isEqualTo("DELETED");
  }

  @Test
  @Proves("S1.30")
  void S1_30_the_timeline_foretells_that_a_payment_ends_the_case_at_once() {
    stopped(Pack.bundled("prim"));
    prim.untilTime("2026-05-03T12:00");
    JsonNode foretold =
        rest()
            .get(
                "subscriptions/"
                    + start.id()
                    + "/timeline?until=2026-05-10&pay=301.29@2026-05-05T10:00")
            .ok();
    List<String> ended = new ArrayList<>();
    for (JsonNode event : foretold.path("events")) {
      if (event.path("kind").asText().equals("DELETION_CANCELLED")) {
        ended.add(event.path("at").asText());
      }
    }
    assertThat(ended).containsExactly("2026-05-05T07:00:00Z");
    prim.untilTime("2026-05-05T12:00");
    alfa.pays("301.29", "RON", "bank-transfer", "late").ok();
    assertThat(ends.state()).isEqualTo("CANCELLED");
    prim.untilTime("2026-05-06T12:00");
    try (Database database = database()) {
      assertThat(
              database.number(
                  "select count(*) from message m join person p on p.id = m.person_id"
                      + " where m.topic = 'retention.cancelled' and m.state = 'SENT'"))
          .as("to whom the notices went")
          .isEqualTo(1);
    }
  }

  @Test
  void a_cancelled_subscription_ends_with_the_paid_month_and_then_as_after_a_stop_S1_36() {
    prim = Book.begin(rest(), "2026-03-10").vendor("prim");
    alfa = prim.customer("Alfa");
    start = alfa.subscribes("start", Map.of());
    ends = new Ends(rest(), start);
    String total = alfa.invoiceOf("2026-03-10").path("total").asText();
    alfa.pays(total, "RON", "bank-transfer", "the first month").ok();
    shown(start.cancels().ok()).has("endsOn", "2026-03-31");
    prim.untilTime("2026-04-02T12:00");
    assertThat(start.state()).isEqualTo("ENDED");
    shown(ends.last()).has("kind", "CANCELLATION").has("deletesOn", "2026-06-01");
    prim.untilTime("2026-05-31T23:00");
    assertThat(start.state()).isEqualTo("ENDED");
    prim.untilTime("2026-06-01T00:05");
    assertThat(start.state()).isEqualTo("DELETED");
  }

  @Test
  void who_moves_to_another_provider_can_export_although_suspended_and_is_deleted_after_that() {
    stopped(Pack.bundled("prim"));
    shown(start.access("MAIN_ADMINISTRATOR")).has("effect", "BLOCKED").has("export", "false");
    JsonNode moving =
        rest()
            .post("retention/terminations", Map.of("subscriptionId", start.id(), "reason", "moves"))
            .ok();
    shown(moving)
        .has("kind", "TERMINATION")
        .has("serviceEnds", "2026-05-11")
        .has("exportUntil", "2026-06-10")
        .has("deletesOn", "2026-06-11");
    shown(start.access("MAIN_ADMINISTRATOR")).has("effect", "BLOCKED").has("export", "true");
    prim.untilTime("2026-05-20T12:00");
    assertThat(start.state()).as("not deleted as after a stop").isEqualTo("ENDED");
    shown(start.access("MAIN_ADMINISTRATOR")).has("export", "true");
    ends.asks("cancellation", Map.of("reason", "stay")).refused("WRONG_STATE");
    prim.untilTime("2026-06-11T00:05");
    assertThat(start.state()).isEqualTo("DELETED");
  }

  @Test
  void a_termination_can_be_withdrawn_while_the_service_goes_on() {
    prim = Book.begin(rest(), "2026-03-01").vendor("prim");
    alfa = prim.customer("Alfa");
    start = alfa.subscribes("start", Map.of());
    ends = new Ends(rest(), start);
    rest()
        .post("retention/terminations", Map.of("subscriptionId", start.id(), "reason", "moves"))
        .ok();
    shown(start.shown()).has("endsOn", "2026-04-30");
    shown(ends.asks("cancellation", Map.of("reason", "stays")).ok()).has("state", "CANCELLED");
    shown(start.shown()).has("endsOn", "(nothing)").has("state", "ACTIVE");
  }

  @Test
  void more_deletions_than_the_policy_allows_wait_for_a_second_person() {
    Pack pack = Pack.bundled("prim").with("approvalAbove: 20", "approvalAbove: 2");
    prim = Book.begin(rest(), "2026-03-01").vendor("prim", pack);
    List<Subscription> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      all.add(prim.customer("C" + i).subscribes("start", Map.of()));
    }
    prim.untilTime("2026-03-12T00:05");
    prim.untilTime("2026-05-13T12:00");
    assertThat(all).allSatisfy(s -> assertThat(s.state()).isEqualTo("STOPPED"));
    List<JsonNode> due = rest().all("retention/cases?state=DUE&vendor=prim");
    assertThat(due).hasSize(3);

    rest()
        .post("retention/approvals", Map.of("vendor", "prim", "cases", 2))
        .refused("CONCURRENT_CHANGE");
    Rest second = rest().with(key("second person"));
    second.post("retention/cases/" + due.get(0).path("id").asLong() + "/approval", Map.of()).ok();
    prim.untilTime("2026-05-15T00:05");
    assertThat(all.stream().filter(s -> s.state().equals("DELETED")))
        .as("the two that were not approved wait on")
        .hasSize(1);
    second.post("retention/approvals", Map.of("vendor", "prim", "cases", 2)).ok();
    prim.untilTime("2026-05-16T00:05");
    assertThat(all).allSatisfy(s -> assertThat(s.state()).isEqualTo("DELETED"));
    try (Database database = database()) {
      assertThat(
              database.number(
                  "select count(*) from retention_certificate where act = 'DELETION'"
                      + " and approved_by like 'api-key/%'"))
          .isEqualTo(3);
    }
  }

  @Test
  @Proves("S1.6")
  void S1_6_after_a_hold_a_trial_is_announced_anew_and_keeps_its_days() {
    prim = Book.begin(rest(), "2026-03-01").vendor("prim");
    alfa = prim.customer("Alfa");
    start = alfa.tries("start");
    ends = new Ends(rest(), start);
    prim.untilTime("2026-03-14T12:00");
    assertThat(told()).hasSize(3);
    rest().put("retention/holds/" + start.id(), Map.of("reason", "law suit")).ok();
    prim.untilTime("2026-03-22T12:00");
    assertThat(rest().delete("retention/holds/" + start.id()).status()).isEqualTo(204);
    prim.untilTime("2026-03-23T12:00");
    assertThat(told()).as("told after the hold").containsExactly("7 on 2026-03-23");
    shown(ends.last()).has("deletesOn", "2026-03-30");
    prim.untilTime("2026-03-29T12:00");
    assertThat(start.state()).isEqualTo("TRIAL");
    assertThat(told()).containsExactly("7 on 2026-03-23", "3 on 2026-03-27", "1 on 2026-03-29");
    prim.untilTime("2026-03-30T00:05");
    assertThat(start.state()).isEqualTo("DELETED");
  }

  @Test
  void whoever_began_a_deletion_cannot_approve_it() {
    Pack pack =
        Pack.bundled("kabinet")
            .with("approvalAbove: 20", "approvalAbove: 0")
            .with("byStaff: SAME_CONDITIONS ", "byStaff: ANY_TIME ");
    Vendor kabinet = Book.begin(rest(), "2026-03-01").vendor("kabinet", pack);
    Subscription base = kabinet.customer("Olena").subscribes("base", Map.of());
    ends = new Ends(rest(), base);
    rest().post("retention/cases", Map.of("subscriptionId", base.id(), "reason", "asked")).ok();
    kabinet.untilTime("2026-03-20T12:00");
    assertThat(ends.state()).isEqualTo("DUE");
    ends.asks("approval", Map.of()).refused("SECOND_PERSON_NEEDED");
    Rest second = rest().with(key("another"));
    second.post("retention/approvals", Map.of("vendor", "kabinet", "cases", 1)).ok();
    ends.asks("approval", Map.of()).refused("WRONG_STATE");
    kabinet.untilTime("2026-03-21T00:05");
    assertThat(base.state()).isEqualTo("DELETED");
  }

  private String key(String name) {
    Map<String, Object> wanted =
        Map.of(
            "name",
            name + " " + System.nanoTime(),
            "scopes",
            List.of("read", "runs:write", "subscriptions:write"));
    return rest().post("api-keys", wanted).ok().path("key").asText();
  }

  private List<String> told() {
    return ends.last().path("notices").findParents("daysLeft").stream()
        .map(n -> n.path("daysLeft").asText() + " on " + n.path("acceptedOn").asText("null"))
        .toList();
  }
}
