package org.kontor.system.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.client.Browsing.Person;
import org.kontor.system.rig.Database;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Rest;
import org.kontor.system.story.Vendor;

/** How a person wants its pages, what is kept of it, and where help is, in a real browser. */
@SystemTest
class PreferencesIT extends AtThePortal {

  private static final String NAME = "[id='form:name']";
  private static final String ZONE = "[id='form:zone']";
  private static final Pattern MOMENT =
      Pattern.compile("(\\d+ \\p{L}+ \\d{4} г\\., \\d\\d:\\d\\d) \\(([^)]*)UTC([+-]\\d)\\)");
  private static final DateTimeFormatter TOLD =
      DateTimeFormatter.ofPattern("d MMMM uuuu 'г.', HH:mm", Locale.forLanguageTag("ru"));
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
  void moments_are_told_in_the_zone_of_their_reader_wherever_it_signs_in() throws IOException {
    try (Person person = main(ivan, "ru");
        Person elsewhere = stranger("ru", Browsing.NARROW)) {
      Instant began = began(person, "");
      String charged = chargedDay(person);
      assertThat(person.page().locator("#zone").count()).isZero();
      person.open(address(intrum, "preferences"));
      assertThat(person.page().textContent("[id='form:zone'] option >> nth=0"))
          .isEqualTo("Как у INTRUM: Москва\u00a0(UTC+3)");
      person.page().fill(NAME, "Иван К.");
      person.page().evaluate("document.querySelector(\"" + ZONE + "\").options[9].value = 'EST'");
      person.page().evaluate("document.querySelector(\"" + ZONE + "\").selectedIndex = 9");
      person.submit("[id='form'] button");
      assertThat(person.page().textContent(".k-errors"))
          .contains("Выберите часовой пояс из списка");
      assertThat(person.page().inputValue(NAME)).isEqualTo("Иван К.");
      assertThat(person.faultsAtEachWidth()).isEmpty();
      person.page().selectOption(ZONE, "America/New_York");
      person.submit("[id='form'] button");
      assertThat(person.page().textContent(".k-done")).isEqualTo("Сохранено.");
      assertThat(person.page().inputValue(ZONE)).isEqualTo("America/New_York");
      assertThat(person.faultsAtEachWidth()).isEmpty();
      assertThat(began(person, "Нью-Йорк, ")).as("the same moment").isEqualTo(began);
      assertThat(chargedDay(person)).as("a day of the vendor").isEqualTo(charged);
      assertThat(person.page().textContent("#zone")).contains("Нью-Йорк", "Москва");
      assertThat(Fetched.by(person, address(intrum, "my-data")).json().path("zone").asText())
          .isEqualTo("America/New_York");
      elsewhere.open(address(intrum, "sign-in"));
      signIn(elsewhere, ivan.email(), PASSWORD);
      assertThat(began(elsewhere, "Нью-Йорк, ")).isAfterOrEqualTo(began);
      elsewhere.open(address(intrum, "preferences"));
      elsewhere.page().selectOption(ZONE, "vendor");
      elsewhere.submit("[id='form'] button");
      assertThat(began(person, "")).as("with the next request").isEqualTo(began);
    }
  }

  /**
   * When the session began, as the page tells it.
   *
   * @param city by which the zone is named; empty where it is not named
   */
  private Instant began(Person person, String city) {
    person.open(address(intrum, "profile"));
    String told = person.page().textContent("#sessions li:has(.k-status) p");
    Matcher moment = MOMENT.matcher(told.replace('\u00a0', ' '));
    assertThat(moment.find()).as(told).isTrue();
    assertThat(moment.group(2)).isEqualTo(city);
    return LocalDateTime.parse(moment.group(1), TOLD).toInstant(ZoneOffset.of(moment.group(3)));
  }

  /** The day of the only charge so far. */
  private String chargedDay(Person person) {
    person.open(address(intrum, "movements?from=2026-02-01&to=2026-02-28"));
    return person.page().textContent("main tbody th >> nth=0");
  }

  @Test
  void the_last_day_in_time_stays_the_vendors_and_its_end_is_told_to_who_reads_elsewhere() {
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim");
    Customer ana = prim.customer("Carpat Textil");
    ana.subscribes("start", Map.of());
    prim.untilTime("2026-03-06T08:00");
    try (Person person = main(ana, "ro")) {
      person.open(address(prim, "home"));
      String before = person.page().textContent(".k-bar");
      assertThat(before).contains("11 martie 2026").doesNotContain("Pentru dumneavoastră");
      person.open(address(prim, "preferences"));
      person.page().selectOption(ZONE, "Europe/Lisbon");
      person.submit("[id='form'] button");
      person.open(address(prim, "home"));
      assertThat(person.page().textContent(".k-bar"))
          .contains("11 martie 2026")
          .contains("acea zi se încheie la 11 martie 2026, 22:00 (Lisabona, UTC)");
      person.open(address(prim, "invoices"));
      assertThat(person.page().textContent("main tbody")).contains("11.03.2026");
      person.speak("uk");
      assertThat(person.page().textContent("#zone")).contains("Лісабон", "Бухарест");
      assertThat(person.faultsAtEachWidth()).isEmpty();
      try (Database database = database()) {
        database.change("update person set zone = 'Soviet/Dropped'");
      }
      person.open(address(prim, "preferences"));
      assertThat(person.page().inputValue(ZONE)).as("known no more").isEqualTo("vendor");
      person.page().fill(NAME, "Ana C.");
      person.submit("[id='form'] button");
      assertThat(person.page().locator(".k-done").count()).isEqualTo(1);
      assertThat(person.page().locator("#zone").count()).isZero();
    }
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
