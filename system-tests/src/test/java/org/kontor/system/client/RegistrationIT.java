package org.kontor.system.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.domain.rules.Proves;
import org.kontor.system.base.SystemTest;
import org.kontor.system.client.Browsing.Person;
import org.kontor.system.story.Book;

/** Strangers become customers by themselves, in a real browser. */
@SystemTest
class RegistrationIT extends AtThePortal {

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
      fill(stranger, "Tienda Norte S.L.", "Zaragoza", "");
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
      fill(ana, "Carpat Textil", "Cluj-Napoca", "CJ");
      ana.submit("button.k-primary");
      assertThat(ana.page().url()).endsWith("/client/home");
      fill(again, "Carpat Textil II", "Cluj-Napoca", "CJ");
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

  private void fill(Person stranger, String company, String city, String county) {
    stranger.page().fill("[id='form:name']", company);
    stranger.page().fill("[id='form:line']", "Strada Lungă 1");
    stranger.page().fill("[id='form:city']", city);
    stranger.page().fill("[id='form:subdivision']", county);
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
