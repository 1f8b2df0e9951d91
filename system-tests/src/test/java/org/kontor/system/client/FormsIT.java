package org.kontor.system.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.client.Browsing.Person;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Rest;
import org.kontor.system.story.Vendor;

/** What is typed into forms: all faults at once, nothing lost, nothing twice. */
@SystemTest
class FormsIT extends AtThePortal {

  private static final String NAME = "[id='form:name']";
  private static final String EMAIL = "[id='form:email']";

  /** More pages than the server keeps the state of. */
  private static final String OTHER_TABS =
      "async () => { for (let i = 0; i < 20; i++) await fetch('/client/profile'); }";

  private Vendor prim;
  private Customer mara;

  @BeforeEach
  void a_customer() {
    prim = Book.begin(rest(), "2026-03-01").vendor("prim");
    mara = prim.customer("Mara");
  }

  @Test
  void all_faults_are_told_at_once_in_the_readers_language_and_lead_to_their_fields() {
    try (Person person = main(mara, "uk")) {
      Page page = person.page();
      person.speak("uk");
      person.open(address(prim, "invite"));
      page.fill(EMAIL, "ion at customer");
      page.check("#post-ACCOUNTANT");
      person.submit("#form button");
      assertThat(page.locator(".k-errors a").allTextContents())
          .hasSize(2)
          .anyMatch(words -> words.contains("адресу електронної пошти"));
      assertThat(focus(page)).isEqualTo("DIV.k-errors");
      page.click(".k-errors a >> nth=1");
      assertThat(page.evaluate("document.activeElement.id")).isEqualTo("form:email");
      assertThat(page.inputValue(EMAIL)).isEqualTo("ion at customer");
      assertThat(page.getAttribute(EMAIL, "type")).isEqualTo("email");
      assertThat(page.getAttribute(EMAIL, "aria-required")).isEqualTo("true");
      assertThat(page.getAttribute(EMAIL, "aria-invalid")).isEqualTo("true");
      assertThat(page.isChecked("#post-ACCOUNTANT")).isTrue();
      assertThat(page.locator("form:not([novalidate])").evaluateAll("all => all.length"))
          .as("but for the buttons of the header")
          .isEqualTo(page.locator("header form:not([novalidate])").count());
      assertThat(person.faults()).isEmpty();
    }
  }

  private static String focus(Page page) {
    return (String)
        page.evaluate("document.activeElement.tagName + '.' + document.activeElement.className");
  }

  @Test
  void a_form_whose_page_was_forgotten_is_not_sent_and_keeps_its_text_until_it_is() {
    try (Person person = main(mara, "ro")) {
      Page page = person.page();
      person.open(address(prim, "invite"));
      page.fill(NAME, "Ion Rus");
      page.fill(EMAIL, "ion@customer.example");
      page.check("#post-ACCOUNTANT");
      page.evaluate(OTHER_TABS);
      person.submit("#form button");
      assertThat(page.url()).endsWith("/client/invite");
      assertThat(page.textContent("#session")).contains("nu a fost trimis").contains("păstrat");
      assertThat(page.inputValue(NAME)).isEqualTo("Ion Rus");
      assertThat(page.isChecked("#post-ACCOUNTANT")).isTrue();
      assertThat(people()).as("nobody was invited").hasSize(1);
      assertThat(person.faults()).isEmpty();
      person.submit("#form button");
      assertThat(page.url()).endsWith("/client/people?done=invited");
      assertThat(people()).hasSize(2);
      person.open(address(prim, "invite"));
      assertThat(page.inputValue(NAME)).as("sent, and so gone").isEmpty();
      page.evaluate(OTHER_TABS);
      person.submit("#form button");
      assertThat(page.textContent("#session")).contains("nu a fost trimis");
    }
  }

  @Test
  void going_back_and_loading_anew_bring_back_what_was_typed() {
    try (Person ana = main(mara, "ro")) {
      ana.open(address(prim, "invite"));
      ana.page().fill(NAME, "Ion Rus");
      ana.page().waitForTimeout(800);
      ana.submit(".k-nav a[href='/client/home']");
      ana.page().goBack();
      assertThat(ana.page().inputValue(NAME)).as("back").isEqualTo("Ion Rus");
      ana.page().reload();
      assertThat(ana.page().inputValue(NAME)).as("anew").isEqualTo("Ion Rus");
      ana.open(address(prim, "invite"));
      assertThat(ana.page().inputValue(NAME)).as("another visit").isEmpty();
    }
  }

  @Test
  void another_language_leaves_what_was_typed_also_beside_a_fault() {
    try (Person person = main(mara, "ro")) {
      Page page = person.page();
      person.open(address(prim, "invite"));
      page.fill(NAME, "Ion Rus");
      page.check("#post-ACCOUNTANT");
      person.speak("uk");
      assertThat(page.getAttribute("html", "lang")).isEqualTo("uk");
      assertThat(page.inputValue(NAME)).isEqualTo("Ion Rus");
      assertThat(page.isChecked("#post-ACCOUNTANT")).isTrue();
      person.submit("#form button");
      assertThat(page.locator(".k-errors a").count()).isEqualTo(1);
      person.speak("es");
      assertThat(page.inputValue(NAME)).isEqualTo("Ion Rus");
      page.fill(NAME, "");
      person.open(address(prim, "invite"));
      assertThat(page.inputValue(NAME)).as("a page opened anew is empty").isEmpty();
    }
  }

  @Test
  void what_two_administrators_decide_of_a_person_is_not_overwritten_unseen() {
    long ion = mara.adds("Ion", "ion@customer.example", "STAFF");
    try (Person person = main(mara, "ro");
        Person again = person.tab()) {
      person.open(address(prim, "person?id=" + ion));
      again.open(address(prim, "person?id=" + ion));
      person.page().check("#post-ACCOUNTANT");
      person.submit("#form button");
      again.page().check("#post-ADMINISTRATOR");
      again.submit("#form button");
      assertThat(again.page().textContent(".k-errors")).contains("altcineva");
      assertThat(again.page().isChecked("#post-ADMINISTRATOR")).isTrue();
      assertThat(role(ion)).isEqualTo("STAFF");
      again.submit("#form button");
      assertThat(role(ion)).as("seen and decided").isEqualTo("ADMINISTRATOR");
      person.open(address(prim, "person?id=" + ion));
      assertThat(person.page().isChecked("#post-ADMINISTRATOR")).isTrue();
    }
  }

  @Test
  void a_double_press_and_enter_twice_invite_once() {
    try (Person person = main(mara, "ro")) {
      Page page = person.page();
      person.open(address(prim, "invite"));
      page.fill(NAME, "Ion Rus");
      page.fill(EMAIL, "ion@customer.example");
      List<Object> busy = new ArrayList<>();
      page.waitForNavigation(
          () ->
              busy.add(
                  page.evaluate(
                      "const b = document.querySelector('#form button'); b.click(); b.click();"
                          + " document.getElementById('form').requestSubmit(b);"
                          + " b.getAttribute('aria-disabled')")));
      assertThat(busy).containsExactly("true");
      assertThat(page.url()).endsWith("/client/people?done=invited");
      assertThat(people()).hasSize(2);
      page.goBack();
      page.fill(NAME, "Ion Rus");
      page.fill(EMAIL, "ion@customer.example");
      person.submit("#form button");
      assertThat(page.url()).as("it is done already").endsWith("/client/people?done=invited");
      assertThat(people()).hasSize(2);
      assertThat(rest().all("customers/" + mara.id() + "/messages"))
          .filteredOn(mail -> mail.toString().contains("ion@customer.example"))
          .as("and one mail")
          .hasSizeLessThanOrEqualTo(1);
    }
  }

  private String role(long person) {
    return people().stream()
        .filter(one -> one.path("id").asLong() == person)
        .map(one -> one.path("role").asText())
        .findFirst()
        .orElseThrow();
  }

  private List<JsonNode> people() {
    return Rest.items(rest().get("customers/" + mara.id() + "/people").ok());
  }
}
