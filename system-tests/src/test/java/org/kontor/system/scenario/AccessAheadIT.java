package org.kontor.system.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.system.story.Shown.shown;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.rig.Database;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Pack;
import org.kontor.system.story.Story;
import org.kontor.system.story.Subscription;
import org.kontor.system.story.Vendor;

/** What a decision knows of the future: ends, versions to come; and what it refuses. */
@SystemTest
class AccessAheadIT extends Story {

  private static final List<String> NOBODY = List.of("BLOCKED", "BLOCKED", "BLOCKED");

  @Test
  void who_staff_stopped_keeps_an_overdue_invoice_without_being_parked_or_told() {
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim");
    Customer mara = prim.customer("Mara");
    Subscription shop = mara.subscribes("start", Map.of());
    String version = shop.shown().path("version").asText();
    rest()
        .call(
            "POST",
            "subscriptions/" + shop.id() + "/stop",
            Map.of("reason", "pause"),
            Map.of("If-Match", '"' + version + '"'))
        .ok();
    prim.untilTime("2026-03-14T09:00");
    assertThat(shop.effects()).isEqualTo(NOBODY);
    shown(shop.access("STAFF")).has("because.cause", "STOPPED");
    shown(shop.cases().get(0)).has("beganOn", "2026-03-11").has("stoppedService", "false");
    try (Database database = database()) {
      assertThat(database.number("select count(*) from run_parked")).isZero();
      assertThat(database.number("select count(*) from outbox where topic = 'access.stage'"))
          .isZero();
    }
  }

  @Test
  void a_decision_knows_the_end_of_a_trial_and_what_follows_a_stop() {
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim");
    Subscription shop = prim.customer("Late").subscribes("start", Map.of());
    prim.untilTime("2026-03-13T12:00");
    String deletesOn =
        rest()
            .all("retention/cases?customer=" + shop.customer().id())
            .get(0)
            .path("deletesOn")
            .asText();
    JsonNode main = shop.access("MAIN_ADMINISTRATOR");
    assertThat(main.path("until").asText()).as("the deletion").isNotEmpty();
    shown(main).has("paymentPage", "true").has("next.paymentPage", "false");
    assertThat(Instant.parse(main.path("until").asText()).atZone(prim.zone()).toLocalDate())
        .hasToString(deletesOn);
    shown(shop.accessAt("MAIN_ADMINISTRATOR", "2026-05-30T00:00:00Z"))
        .has("because.cause", "CLOSED");
  }

  @Test
  void a_version_imported_already_decides_from_its_day_on() throws Exception {
    Book book = Book.begin(rest(), "2026-03-01");
    Pack first = Pack.bundled("prim");
    Vendor prim = book.vendor("prim", first);
    Subscription shop = prim.customer("Late").subscribes("start", Map.of());
    prim.untilTime("2026-03-02T12:00");
    shown(shop.access("STAFF")).has("until", "2026-03-11T22:00:00Z");
    Pack second =
        first.version(2, LocalDate.parse("2026-03-05")).with("{from: 1, main", "{from: 5, main");
    rest()
        .call("POST", "policy-packs", second.source(), Map.of("Content-Type", "application/yaml"))
        .ok();
    Thread.sleep(1_500); // decisions read policies anew each second
    shown(shop.accessAt("STAFF", "2026-03-12T10:00:00Z")).has("effect", "FULL");
    JsonNode now = shop.access("STAFF");
    shown(now).has("until", "2026-03-15T22:00:00Z").has("because.policy", "prim@1");
  }

  @Test
  void a_question_that_contradicts_itself_is_refused() {
    Book book = Book.begin(rest(), "2026-03-01");
    Vendor prim = book.vendor("prim");
    Subscription shop = prim.customer("Mara").subscribes("start", Map.of());
    prim.customer("Ion").subscribes("start", Map.of());
    String asked = "access-decisions?role=STAFF&subscription=" + shop.id();
    rest().get(asked + "&vendor=kabinet").refused("INVALID_VALUE");
    rest().get(asked + "&product=pro").refused("INVALID_VALUE");
    rest().get(asked + "&customer=Ion").refused("INVALID_VALUE");
    rest().get(asked + "&vendor=prim&customer=Mara&product=start").ok();
  }
}
