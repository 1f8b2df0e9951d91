package org.kontor.system.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.client.Browsing.Person;
import org.kontor.system.story.Answer;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Subscription;
import org.kontor.system.story.Vendor;

/** Services, plans and the timeline in a real browser; money is compared with what is billed. */
@SystemTest
class ServicesIT extends AtThePortal {

  private static final String TOTAL = "#prices tfoot tr:last-child td:last-child";

  @Test
  void each_page_is_whole_in_each_language_and_width() {
    Vendor prim = Book.begin(rest(), "2026-03-10").vendor("prim");
    Customer ana = prim.customer("Carpat Textil");
    Subscription pro = ana.subscribes("pro", Map.of("courier-fan", 1));
    pro.uses("external-documents", 150).ok();
    pays(ana);
    prim.until("2026-04-02");
    List<String> pages =
        List.of(
            "services",
            "timeline",
            "service?id=" + pro.id(),
            "plan?service=" + pro.id() + "&to=enterprise&o.courier-sameday=1",
            "plan?service=" + pro.id() + "&to=start",
            "cancel?service=" + pro.id(),
            "company",
            "closing",
            "deletion");
    try (Person person = in(ana, ana.mainAdministrator(), "ro")) {
      isWholeInEachLanguage(person, prim, pages);
    }
  }

  @Test
  void an_upgrade_costs_what_its_preview_said_to_the_cent_and_is_made_once_from_two_tabs() {
    Vendor prim = Book.begin(rest(), "2026-03-10").vendor("prim");
    Customer ana = prim.customer("Carpat Textil");
    Subscription start = ana.subscribes("start", Map.of("courier-fan", 1));
    pays(ana);
    String wanted = "&to=pro&o.courier-sameday=1";
    try (Person person = main(ana, "ro")) {
      person.open(address(prim, "service?id=" + start.id()));
      assertThat(person.page().locator(".k-plans > li").count()).isEqualTo(3);
      assertThat(person.page().content()).doesNotContain("dedicated");
      person.open(address(prim, "plan?service=" + start.id() + wanted));
      BigDecimal told = amount(person, TOTAL);
      JsonNode preview = start.previewOf("pro", Map.of("courier-sameday", 1)).ok();
      assertThat(amount(person, "#prices tfoot tr:first-child td:last-child"))
          .isEqualByComparingTo(Answer.decimal(preview.path("monthlyAfter")));
      assertThat(person.page().textContent("#steps")).contains("10 martie").contains("1 aprilie");
      try (Person again = person.tab()) {
        again.open(person.page().url());
        person.submit("#form button");
        assertThat(person.page().textContent(".k-done")).isNotEmpty();
        assertThat(person.page().textContent("h1")).isEqualTo("Pro");
        assertThat(person.page().textContent("main")).contains("Îl configurăm noi");
        again.submit("#form button");
        assertThat(again.page().textContent("main")).contains("deja în vigoare sau programat");
        assertThat(again.faults()).isEmpty();
      }
      assertThat(start.changes()).hasSize(1);
      prim.until("2026-04-02");
      JsonNode april = ana.invoiceOf("2026-04-01");
      assertThat(Answer.decimal(april.path("total"))).isEqualByComparingTo(told);
      assertThat(Answer.decimal(april.path("net"))).isEqualByComparingTo("607.00");
    }
  }

  @Test
  void a_downgrade_lists_what_stands_against_it_and_goes_once_that_is_mended_and_is_undone() {
    Vendor prim = Book.begin(rest(), "2026-03-10").vendor("prim");
    Customer ana = prim.customer("Carpat Textil");
    Subscription pro = ana.subscribes("pro", Map.of());
    pays(ana);
    pro.uses("external-documents", 150).ok();
    try (Person person = main(ana, "ro")) {
      String down = address(prim, "plan?service=" + pro.id() + "&to=start");
      person.open(down);
      assertThat(person.page().locator("#obstacles li").count()).isEqualTo(1);
      assertThat(person.page().textContent("#obstacles")).contains("150 din 100").contains("50");
      assertThat(person.page().locator("#form").count()).isZero();
      person.submit("#obstacles a");
      assertThat(amount(person, "#prices tfoot tr:first-child td:last-child"))
          .as("with one more pack of documents")
          .isEqualByComparingTo("274.00");

      pro.uses("external-documents", 100).ok();
      person.open(down);
      assertThat(amount(person, TOTAL)).isEqualByComparingTo("301.29");
      person.submit("#form button");
      assertThat(person.page().textContent("main")).contains("1 aprilie 2026").contains("Start");
      person.submit("#undo button");
      assertThat(person.page().textContent(".k-done")).isNotEmpty();
      assertThat(pro.changes().get(0).path("state").asText()).isEqualTo("WITHDRAWN");
      prim.until("2026-04-02");
      assertThat(Answer.decimal(ana.invoiceOf("2026-04-01").path("net")))
          .isEqualByComparingTo("549.00");
    }
  }

  @Test
  void a_trial_becomes_a_paid_service_where_the_policy_leaves_it_to_the_customer() {
    Book book = Book.begin(rest(), "2026-06-01");
    Vendor intrum = book.vendor("intrum");
    Customer ivan = intrum.customer("Агентство «Ключ»");
    Subscription trial = ivan.tries("crm");
    try (Person person = main(ivan, "ru")) {
      person.open(address(intrum, "service?id=" + trial.id()));
      person.submit("main a.k-primary");
      assertThat(person.faults()).isEmpty();
      person.submit("#form button");
      assertThat(trial.state()).isEqualTo("ACTIVE");
      assertThat(person.page().textContent(".k-done")).isNotEmpty();
      assertThat(person.faults()).isEmpty();
    }
    Vendor prim = book.vendor("prim");
    Customer ana = prim.customer("Carpat Textil");
    Subscription staffs = ana.tries("start");
    try (Person person = main(ana, "ro")) {
      person.open(address(prim, "service?id=" + staffs.id()));
      assertThat(person.page().textContent("main")).contains("facturi@prim.example");
      person.open(address(prim, "convert?service=" + staffs.id()));
      assertThat(person.page().locator("#form").count()).isZero();
      assertThat(staffs.state()).isEqualTo("TRIAL");
    }
  }

  @Test
  void the_timeline_tells_what_was_and_what_will_be_and_home_says_what_access_becomes() {
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim");
    Customer ana = prim.customer("Carpat Textil");
    ana.subscribes("start", Map.of());
    prim.until("2026-03-05");
    try (Person person = main(ana, "ro")) {
      person.open(address(prim, "timeline"));
      assertThat(person.page().textContent("#past")).contains("PRM-2026-000001").contains("301,29");
      String future = person.page().textContent("#future");
      assertThat(future).contains("11 martie 2026").contains("12 martie 2026");
      assertThat(future).contains("Accesul este blocat");
      person.open(address(prim, "home"));
      assertThat(person.page().textContent("main")).contains("Accesul este blocat");
      for (String nowhere :
          List.of("2026-02-31_1_INVOICE", "2026-03-01_" + "9".repeat(19) + "_X")) {
        assertThat(person.open(address(prim, "timeline?after=" + nowhere))).isEqualTo(422);
      }
    }
  }

  @Test
  void staff_reads_and_what_is_of_another_customer_is_not_there() {
    Vendor prim = Book.begin(rest(), "2026-03-10").vendor("prim");
    Customer ana = prim.customer("Carpat Textil");
    Subscription own = ana.subscribes("start", Map.of());
    Subscription foreign = prim.customer("Dacia Birotică").subscribes("start", Map.of());
    try (Person staff = joined(ana, "Ion", "STAFF", "ro")) {
      assertThat(staff.open(address(prim, "services"))).isEqualTo(200);
      assertThat(staff.open(address(prim, "service?id=" + own.id()))).isEqualTo(200);
      assertThat(staff.page().locator("main form").count()).isEqualTo(1);
      assertThat(staff.page().locator("main form button, main select").count()).isZero();
      assertThat(staff.faults()).isEmpty();
      for (String page : List.of("plan?service=", "cancel?service=", "convert?service=")) {
        assertThat(staff.open(address(prim, page + own.id()))).as(page).isEqualTo(403);
      }
      for (String page : List.of("timeline", "company", "closing", "everything")) {
        assertThat(staff.open(address(prim, page))).as(page).isEqualTo(403);
      }
    }
    try (Person person = main(ana, "ro")) {
      for (String page :
          List.of("service?id=", "plan?to=pro&service=", "cancel?service=", "convert?service=")) {
        assertThat(person.open(address(prim, page + foreign.id()))).as(page).isEqualTo(404);
        String shown = person.page().content();
        assertThat(person.open(address(prim, page + "1"))).as(page).isEqualTo(404);
        assertThat(person.page().content()).isEqualTo(shown);
      }
    }
  }

  @Test
  void an_end_that_has_moved_since_it_was_seen_is_shown_anew_before_it_is_made() {
    Vendor prim = Book.begin(rest(), "2026-03-10").vendor("prim");
    Customer ana = prim.customer("Carpat Textil");
    Subscription start = ana.subscribes("start", Map.of());
    pays(ana);
    try (Person person = main(ana, "ro")) {
      person.open(address(prim, "cancel?service=" + start.id()));
      assertThat(person.page().textContent("main")).contains("31 martie 2026");
      prim.until("2026-04-02");
      person.submit("#form button");
      assertThat(person.page().textContent(".k-errors")).contains("s-a schimbat");
      assertThat(person.page().textContent("main")).contains("30 aprilie 2026");
      assertThat(start.shown().path("endsOn").isMissingNode()).isTrue();
      person.submit("#form button");
      assertThat(start.shown().path("endsOn").asText()).isEqualTo("2026-04-30");
    }
  }
}
