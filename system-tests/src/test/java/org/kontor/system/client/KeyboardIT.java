package org.kontor.system.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.client.Browsing.Person;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Subscription;
import org.kontor.system.story.Vendor;

/** The ways that customers go most, with the keyboard alone and the focus seen at each stop. */
@SystemTest
class KeyboardIT extends AtThePortal {

  private static final int MOST_TABS = 60;

  private Vendor prim;
  private Customer mara;
  private Subscription start;

  @BeforeEach
  void a_customer_with_an_invoice() {
    prim = Book.begin(rest(), "2026-03-01").vendor("prim");
    mara = prim.customer("Mara");
    start = mara.subscribes("start", Map.of());
  }

  @Test
  void from_the_sign_in_to_paying_an_invoice_and_why_it_costs_that_by_keyboard_alone() {
    prim.untilTime("2026-03-12T09:00");
    main(mara, "ro").close();
    try (Person person = stranger("ro", Browsing.WIDE)) {
      Page page = person.page();
      person.open(address(prim, "sign-in"));
      reach(page, "input[type=email]");
      page.keyboard().type(mara.email());
      reach(page, "input[type=password]");
      page.keyboard().type(PASSWORD);
      go(page, "Enter");
      assertThat(page.url()).endsWith("/client/pay");
      reach(page, "fieldset ~ button");
      go(page, "Enter");
      assertThat(page.textContent(".k-pay")).contains("RO16");
      reach(page, ".k-nav a[href='/client/invoices']");
      go(page, "Enter");
      reach(page, "tbody a");
      go(page, "Enter");
      reach(page, "summary");
      page.keyboard().press("Enter");
      assertThat(page.locator("details[open]").count()).isPositive();
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.isVisible(".k-header")).isFalse();
      assertThat(page.isVisible(".k-bars")).isFalse();
      assertThat(page.isVisible("main")).isTrue();
    }
  }

  @Test
  void a_plan_is_changed() {
    pays(mara);
    try (Person person = main(mara, "ro")) {
      Page page = person.page();
      reach(page, ".k-nav a[href='/client/services']");
      go(page, "Enter");
      reach(page, "main a[href='/client/service?id=" + start.id() + "']");
      go(page, "Enter");
      reach(page, "a[href$='to=pro']");
      go(page, "Enter");
      assertThat(page.textContent("#difference")).contains("RON");
      reach(page, "#form button");
      go(page, "Enter");
      assertThat(page.textContent(".k-done")).isNotBlank();
      assertThat(start.shown().path("plan").asText()).isEqualTo("pro");
    }
  }

  @Test
  void a_colleague_is_invited_and_what_was_forgotten_is_reached_from_the_summary() {
    try (Person person = main(mara, "ro")) {
      Page page = person.page();
      person.open(address(prim, "people"));
      reach(page, "a[href='/client/invite']");
      go(page, "Enter");
      reach(page, "[id='form:name']");
      page.keyboard().type("Ion Rus");
      go(page, "Enter");
      reach(page, ".k-errors a");
      page.keyboard().press("Enter");
      assertThat(page.evaluate("document.activeElement.id")).isEqualTo("form:email");
      assertThat(page.inputValue("[id='form:name']")).isEqualTo("Ion Rus");
      page.keyboard().type("ion@customer.example");
      go(page, "Enter");
      assertThat(page.url()).endsWith("/client/people?done=invited");
    }
  }

  /** Presses Tab until this control has the focus, which must be seen. */
  private static void reach(Page page, String selector) {
    for (int i = 0; i < MOST_TABS; i++) {
      page.keyboard().press("Tab");
      if ((Boolean) page.evaluate("s => document.activeElement.matches(s)", selector)) {
        assertThat((String) page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
            .as("the focus on %s is seen", selector)
            .isNotEqualTo("none");
        return;
      }
    }
    throw new AssertionError("the keyboard does not reach " + selector);
  }

  private static void go(Page page, String key) {
    page.waitForNavigation(() -> page.keyboard().press(key));
  }
}
