package org.kontor.system.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.client.Browsing.Person;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Rest;
import org.kontor.system.story.Vendor;

/** How a person wants its pages, what is kept of it, and where help is, in a real browser. */
@SystemTest
class PreferencesIT extends AtThePortal {

  private static final String NAME = "[id='form:name']";
  private static final String PAPER = "getComputedStyle(document.body).backgroundColor";

  private Vendor intrum;
  private Customer ivan;

  @BeforeEach
  void a_customer_with_a_balance() {
    intrum = Book.begin(rest(), "2026-02-01").vendor("intrum");
    ivan = intrum.customer("Агентство «Ключ»");
    ivan.topsUp("5000.00", "RUB", "bank-transfer", "t1").ok();
    ivan.subscribes("crm", Map.of()).uses("headcount", 5).ok();
    intrum.until("2026-02-02");
  }

  @Test
  void a_person_says_how_it_is_called_and_spoken_to_wherever_it_signs_in() {
    try (Person person = main(ivan, "ru");
        Person elsewhere = stranger("ru", Browsing.NARROW)) {
      person.open(address(intrum, "preferences"));
      person.page().fill(NAME, "");
      person.submit("[id='form'] button");
      assertThat(person.page().textContent(".k-errors")).contains("Введите ваше имя");
      person.page().fill(NAME, "Иван Ключевой");
      person.page().selectOption("[id='form:language']", "es");
      person.submit("[id='form'] button");
      assertThat(person.page().textContent(".k-done")).isEqualTo("Guardado.");
      assertThat(person.page().inputValue(NAME)).isEqualTo("Иван Ключевой");
      try (Person late = person.tab()) {
        late.open(address(intrum, "preferences"));
        person.page().fill(NAME, "Иван К.");
        person.submit("[id='form'] button");
        late.page().selectOption("[id='form:language']", "en");
        late.submit("[id='form'] button");
        assertThat(late.page().inputValue(NAME)).as("of the other tab").isEqualTo("Иван К.");
        late.page().fill(NAME, "Иван Ключевой");
        late.page().selectOption("[id='form:language']", "es");
        late.submit("[id='form'] button");
      }
      elsewhere.open(address(intrum, "sign-in"));
      signIn(elsewhere, ivan.email(), PASSWORD);
      assertThat(elsewhere.page().getAttribute("html", "lang")).isEqualTo("es");
    }
    JsonNode kept = Rest.items(rest().get("customers/" + ivan.id() + "/people").ok()).get(0);
    assertThat(kept.path("name").asText()).isEqualTo("Иван Ключевой");
    assertThat(kept.path("language").asText()).isEqualTo("es");
  }

  @Test
  void a_browser_keeps_its_own_colours_and_contrast_and_the_pages_stay_whole() {
    try (Person person = main(ivan, "ru")) {
      person.open(address(intrum, "preferences"));
      Object light = person.page().evaluate(PAPER);
      person.page().selectOption("[id='looks:theme']", "dark");
      person.submit("[id='looks'] button");
      assertThat(person.page().evaluate(PAPER)).isNotEqualTo(light).isEqualTo("rgb(17, 19, 23)");
      for (String page : List.of("home", "movements")) {
        person.open(address(intrum, page));
        assertThat(person.faults()).as("%s, dark", page).isEmpty();
      }
      person.open(address(intrum, "preferences"));
      person.page().check("[id='looks:contrast']");
      person.submit("[id='looks'] button");
      assertThat(person.page().evaluate(PAPER)).isEqualTo("rgb(0, 0, 0)");
      assertThat(person.faults()).isEmpty();
      for (String page : List.of("profile", "home", "wallet")) {
        person.open(address(intrum, page));
        assertThat(person.faults()).as("%s, more contrast", page).isEmpty();
      }
      assertThat(person.open(address(intrum, "nowhere"))).isEqualTo(404);
      assertThat(person.page().evaluate(PAPER)).isEqualTo("rgb(0, 0, 0)");
    }
  }

  @Test
  void a_person_takes_what_is_kept_of_it_and_nothing_of_others() throws IOException {
    ivan.adds("Олег", "oleg@customer.example", "STAFF");
    try (Person person = main(ivan, "ru")) {
      Fetched file = Fetched.by(person, address(intrum, "my-data"));
      assertThat(file.status()).isEqualTo(200);
      JsonNode data = new ObjectMapper().readTree(file.text());
      assertThat(data.path("email").asText()).isEqualTo(ivan.email());
      assertThat(data.path("customers").findValuesAsText("role"))
          .containsExactly("MAIN_ADMINISTRATOR");
      assertThat(data.path("sessions")).isNotEmpty();
      assertThat(file.text()).doesNotContain("oleg@").doesNotContain("hash").doesNotContain("$");
    }
  }

  @Test
  void each_page_names_the_page_above_it_the_balance_and_that_the_book_is_a_test() {
    try (Person person = main(ivan, "ru")) {
      person.open(address(intrum, "pay?amount=500"));
      assertThat(person.page().getAttribute(".k-above a", "href")).isEqualTo("/client/wallet");
      assertThat(person.page().textContent(".k-chip")).contains("4");
      assertThat(person.page().textContent(".k-test")).contains("02.02.2026");
      person.submit(".k-above a");
      assertThat(person.page().locator(".k-above").count()).isZero();
      person.submit(".k-help a");
      assertThat(person.page().textContent("main")).contains("Работает", "intrum");
    }
  }
}
