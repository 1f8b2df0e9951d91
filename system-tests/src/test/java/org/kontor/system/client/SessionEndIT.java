package org.kontor.system.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.client.Browsing.Person;
import org.kontor.system.rig.Database;
import org.kontor.system.story.Answer;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Pack;
import org.kontor.system.story.Vendor;

/** Sessions that end, typed text that is not lost, what is not there. */
@SystemTest
class SessionEndIT extends AtThePortal {

  private static final String TYPED = "OP 4711 din 12 martie";

  private Vendor vendor;
  private Customer mara;

  /** Overdue, with a form in which something can be typed. */
  @BeforeEach
  void a_customer_who_has_to_pay() {
    vendor =
        Book.begin(rest(), "2026-03-01")
            .vendor(
                "prim-session",
                Pack.bundled("prim")
                    .with(
                        "lift: ALL_OVERDUE_PAID",
                        "transferNotice: {days: 2, workingDays: true}\n"
                            + "  lift: ALL_OVERDUE_PAID"));
    mara = vendor.customer("Mara");
    mara.subscribes("start", Map.of());
    vendor.untilTime("2026-03-12T09:00");
  }

  @Test
  void what_was_typed_comes_back_after_the_session_has_ended_and_never_a_password() {
    try (Person person = invited()) {
      Page page = person.page();
      person.open(address("pay?amount="));
      page.fill("input[name='form:reference']", TYPED);
      endAllSessions();
      person.submit("#form button");
      assertThat(page.url()).contains("/client/sign-in?to=");
      assertThat((String) page.evaluate("JSON.stringify(sessionStorage)"))
          .contains(TYPED)
          .doesNotContain(PASSWORD);
      signIn(person, mara.email(), PASSWORD);
      assertThat(page.url()).contains("/client/pay");
      assertThat(page.inputValue("input[name='form:reference']")).isEqualTo(TYPED);
      assertThat(page.textContent("#session")).contains("a fost pus la loc");
      assertThat(person.faults()).isEmpty();
      person.submit("#form button");
      assertThat(page.textContent("#progress")).contains("17 martie 2026").contains(TYPED);
      person.open(address("pay"));
      assertThat((String) page.evaluate("JSON.stringify(sessionStorage)")).doesNotContain(TYPED);
    }
  }

  @Test
  void two_minutes_before_the_end_it_is_said_and_staying_is_one_press() {
    try (Person person = invited()) {
      Page page = person.page();
      page.clock().install();
      person.open(address("invoices"));
      page.clock().fastForward("26:00");
      assertThat(page.locator("#session button").count()).isZero();
      page.clock().fastForward("01:05");
      LocatorAssertions shown = PlaywrightAssertions.assertThat(page.locator("#session button"));
      shown.isVisible();
      assertThat(page.getAttribute("#session", "aria-live")).isEqualTo("polite");
      assertThat(page.textContent("#session")).contains("2 minute");
      assertThat(person.faults()).isEmpty();
      page.click("#session button");
      PlaywrightAssertions.assertThat(page.locator("#session")).containsText("Rămâneți");
      page.clock().fastForward("26:30");
      assertThat(page.url()).endsWith("/client/invoices");
      page.clock().fastForward("02:31");
      page.waitForURL("**/client/sign-in?ended=1**");
      assertThat(page.url()).contains("to=%2Fclient%2Finvoices");
      assertThat(page.textContent(".k-note")).contains("Ați fost deconectat");
    }
  }

  @Test
  void after_signing_out_going_back_shows_nothing() {
    try (Person person = invited()) {
      Page page = person.page();
      person.open(address("invoices"));
      assertThat(page.textContent("main")).contains("PRM-2026-000001");
      person.submit("form[action='/client/sign-out'] button");
      page.goBack();
      page.waitForURL("**/client/sign-in**");
      assertThat(page.content()).doesNotContain("PRM-2026-000001");
    }
  }

  @Test
  void an_announced_transfer_is_waited_for_and_arrives_in_parts() {
    BigDecimal total = Answer.decimal(mara.invoices().get(0).path("total"));
    try (Person person = invited()) {
      Page page = person.page();
      person.open(address("pay"));
      person.submit("#form button");
      assertThat(page.textContent("#progress .k-status")).isEqualTo("așteptat");
      assertThat(page.getAttribute(".k-bar", "data-kind")).isEqualTo("TRANSFER");
      mara.pays("1.00", "RON", "bank-transfer", "part").ok();
      person.open(address("pay"));
      assertThat(page.textContent("#progress")).contains("sosit parțial").contains("1,00");
      assertThat(person.faults()).isEmpty();
      String rest = total.subtract(BigDecimal.ONE).toPlainString();
      mara.pays(rest, "RON", "bank-transfer", "rest").ok();
      person.open(address("pay"));
      assertThat(page.textContent("#progress .k-status")).isEqualTo("sosit");
      assertThat(page.locator(".k-bar").count()).isZero();
      assertThat(person.faults()).isEmpty();
    }
  }

  @Test
  void what_is_not_there_or_not_allowed_says_so_in_the_language_of_the_browser() {
    for (String language : LANGUAGES) {
      try (Person stranger = stranger(language, Browsing.NARROW)) {
        assertThat(stranger.open(address("../nowhere"))).isEqualTo(404);
        assertThat(stranger.page().getAttribute("html", "lang")).isEqualTo(language);
        assertThat(wholeButForTheStatus(stranger)).as(language).isEmpty();
      }
    }
    try (Person person = joined(mara, "Ion", "STAFF", "ro")) {
      assertThat(person.open(address("invoices"))).isEqualTo(403);
      person.submit("main a[href='/client/access']");
      assertThat(person.page().textContent("main")).contains("Mara Admin");
    }
  }

  /** The browser itself complains about the status. */
  private static List<String> wholeButForTheStatus(Person person) {
    return person.faults().stream().filter(fault -> !fault.contains("404")).toList();
  }

  private void endAllSessions() {
    try (Database database = database()) {
      database.change("update portal_session set seen_at = now() - interval '31 minutes'");
    }
  }

  private Person invited() {
    return main(mara, "ro");
  }

  private String address(String page) {
    return address(vendor, page);
  }
}
