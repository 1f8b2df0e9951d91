package org.kontor.system.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.domain.rules.Proves;
import org.kontor.system.base.SystemTest;
import org.kontor.system.client.Browsing.Person;
import org.kontor.system.story.Book;
import org.kontor.system.story.Pack;
import org.kontor.system.story.Vendor;

/** Strangers become customers by themselves, in a real browser. */
@SystemTest
class RegistrationIT extends AtThePortal {

  private static final DateTimeFormatter ROMANIAN =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag("ro"));

  @BeforeEach
  void vendors() {
    Book book = Book.begin(rest(), "2026-02-01");
    book.vendor("prim");
    book.vendor("prestaimport");
    book.vendor("perfectum");
  }

  @Test
  @Proves("S5.5")
  void S5_5_who_registers_is_a_customer_with_an_account() {
    try (Person stranger = stranger("es", Browsing.NARROW)) {
      stranger.open(address("prestaimport", "sign-in"));
      stranger.submit("a[href='/client/register']");
      assertThat(stranger.faults()).isEmpty();
      stranger.page().fill("input[type=email]", "tienda@comprador.example");
      stranger.submit("button.k-primary");
      assertThat(stranger.page().textContent(".k-done")).isNotBlank();
      assertThat(stranger.faults()).isEmpty();
      stranger.open(link("prestaimport", "tienda@comprador.example"));
      assertThat(stranger.faults()).isEmpty();
      fill(stranger, "Tienda Norte S.L.");
      stranger.page().fill("[id='form:vatId']", "ES12");
      stranger.submit("button.k-primary");
      assertThat(stranger.page().textContent("[id='form:vatId-error']")).isNotBlank();
      assertThat(stranger.page().inputValue("[id='form:name']")).isEqualTo("Tienda Norte S.L.");
      assertThat(stranger.faults()).isEmpty();
      stranger.page().fill("[id='form:vatId']", "");
      stranger.page().fill("[id='form:password']", PASSWORD);
      stranger.submit("button.k-primary");
      assertThat(stranger.page().url()).endsWith("/client/home");
      assertThat(stranger.faults()).isEmpty();
    }
    List<JsonNode> customers = rest().all("customers?vendor=prestaimport");
    assertThat(customers)
        .singleElement()
        .satisfies(
            customer -> {
              assertThat(customer.path("name").asText()).isEqualTo("Tienda Norte S.L.");
              assertThat(customer.path("email").asText()).isEqualTo("tienda@comprador.example");
            });
  }

  @Test
  void where_the_policy_says_so_a_trial_begins_and_a_link_works_once() {
    String link = link("prim", "ana@carpat.example");
    try (Person ana = stranger("ro", Browsing.WIDE);
        Person again = stranger("ro", Browsing.WIDE)) {
      again.open(link);
      ana.open(link);
      fill(ana, "Carpat Textil");
      ana.submit("button.k-primary");
      assertThat(ana.page().url()).endsWith("/client/home");
      String last = rest().all("subscriptions").get(0).path("trialLastDay").asText();
      assertThat(ana.page().textContent(".k-tile"))
          .as("after it the data is deleted")
          .contains("până la " + LocalDate.parse(last).format(ROMANIAN));
      String gone = LocalDate.parse(last).plusDays(1).format(ROMANIAN);
      assertThat(ana.page().textContent("main"))
          .as("PRIM deletes at once, nothing stops before")
          .contains("datele se șterg la " + gone)
          .doesNotContain("se oprește apoi");
      ana.open(address("prim", "timeline"));
      assertThat(ana.page().textContent("#future").replaceAll("\\s+", " "))
          .containsSubsequence("Accesul este blocat", "Datele se șterg");
      fill(again, "Carpat Textil II");
      again.submit("button.k-primary");
      again.open(link);
      assertThat(again.page().textContent("main")).contains("nu mai funcționează");
    }
    assertThat(rest().all("customers?vendor=prim")).hasSize(1);
    assertThat(rest().all("subscriptions"))
        .singleElement()
        .satisfies(
            subscription -> {
              assertThat(subscription.path("plan").asText()).isEqualTo("start");
              assertThat(subscription.path("state").asText()).isEqualTo("TRIAL");
            });
    assertThat(rest().post("registrations", application("prim", "ana@carpat.example")).ok())
        .as("whoever is known gets a mail that says so, and no link")
        .isEmpty();
  }

  @Test
  void where_the_vendor_brings_its_customers_in_nobody_registers() {
    rest().post("registrations", application("perfectum", "a@b.example")).refused("NOT_FOUND");
    try (Person stranger = stranger("ru", Browsing.WIDE)) {
      stranger.open(address("perfectum", "sign-in"));
      assertThat(stranger.page().locator("a[href='/client/register']").count()).isZero();
      assertThat(stranger.open(address("perfectum", "register"))).isEqualTo(404);
    }
  }

  @Test
  void five_fields_are_enough_what_is_agreed_to_is_kept_and_the_address_comes_before_the_bill() {
    Book book = Book.begin(rest(), "2026-02-01");
    Vendor papers = book.vendor("prim-papers", withTerms("2026-01"));
    papers.untilTime("2026-02-01T23:00");
    try (Person ana = stranger("ro", Browsing.WIDE)) {
      Page page = ana.page();
      ana.open(link("prim-papers", "ana@carpat.example"));
      assertThat(page.locator(".k-field :is(input, select):visible").count()).isEqualTo(5);
      fill(ana, "Carpat Textil");
      ana.speak("uk");
      assertThat(page.inputValue("[id='form:person']")).isEqualTo("Ana Pop");
      assertThat(page.inputValue("[id='form:password']")).isEmpty();
      assertThat((String) page.evaluate("JSON.stringify(sessionStorage)"))
          .doesNotContain(PASSWORD, "token");
      page.fill("[id='form:password']", PASSWORD);
      book.load("prim-papers", withTerms("2026-02").version(2, LocalDate.parse("2026-02-02")));
      papers.untilTime("2026-02-02T00:20");
      ana.submit("button.k-primary");
      assertThat(page.textContent(".k-errors")).contains("документи змінилися");
      assertThat(page.textContent("#agreed")).contains("2026-02");
      assertThat(ana.faults()).isEmpty();
      page.fill("[id='form:password']", PASSWORD);
      ana.submit("button.k-primary");
      assertThat(page.url()).endsWith("/client/home");
      ana.open(address("prim-papers", "company"));
      assertThat(page.textContent("#agreements")).contains("2026-02").contains("Ana Pop");
      JsonNode own =
          Fetched.by(ana, address("prim-papers", "my-data")).json().path("agreements").path(0);
      assertThat(own.path("document").asText()).isEqualTo("TERMS");
      assertThat(own.path("version").asText()).isEqualTo("2026-02");
      assertThat(own.path("language").asText()).isEqualTo("uk");
      assertThat(own.path("customer").asText()).isEqualTo("Carpat Textil");
      assertThat(own.path("at").asText()).isNotEmpty();
      assertThat(own.path("address").asText()).isNotEmpty();
      assertThat(page.isVisible("#incomplete")).isTrue();
      assertThat(ana.faults()).isEmpty();
      String trial = rest().all("subscriptions").get(0).path("id").asText();
      rest().post("subscriptions/" + trial + "/conversion", Map.of()).refused("CONDITIONS_NOT_MET");
      page.fill("[id='form:line']", "Strada Lungă 1");
      page.fill("[id='form:city']", "Cluj-Napoca");
      page.fill("[id='form:subdivision']", "CJ");
      ana.submit("#form button");
      assertThat(page.locator("#incomplete").count()).isZero();
      rest().post("subscriptions/" + trial + "/conversion", Map.of()).ok();
    }
  }

  private static Pack withTerms(String version) {
    return Pack.bundled("prim")
        .with(
            "registration: {plan: start, trial: true}",
            "registration: {plan: start, trial: true, documents: [{kind: TERMS, version: \""
                + version
                + "\", link: \"https://prim.io/terms\"}]}");
  }

  private void fill(Person stranger, String company) {
    stranger.page().fill("[id='form:name']", company);
    stranger.page().fill("[id='form:person']", "Ana Pop");
    stranger.page().fill("[id='form:password']", PASSWORD);
  }

  private String link(String vendor, String email) {
    return rest().post("registrations", application(vendor, email)).ok().path("link").asText();
  }

  private static Map<String, Object> application(String vendor, String email) {
    return Map.of("vendor", vendor, "email", email);
  }
}
