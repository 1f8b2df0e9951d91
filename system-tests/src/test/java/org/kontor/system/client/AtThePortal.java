package org.kontor.system.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.kontor.system.client.Browsing.Person;
import org.kontor.system.story.Answer;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Story;
import org.kontor.system.story.Vendor;

/** Stories of people in the client area: how they get in, where its pages are. */
abstract class AtThePortal extends Story {

  static final List<String> LANGUAGES = List.of("ro", "ru", "uk", "es", "en");

  private static final String PASSWORD = "patru pisici pe acoperiș";

  private static Browsing browsing;

  @BeforeAll
  static void start() throws Exception {
    browsing = Browsing.start();
  }

  @AfterAll
  static void stop() {
    browsing.close();
  }

  /** The main administrator, signed in. */
  Person main(Customer customer, String language) {
    return invited(customer, customer.mainAdministrator(), language, Browsing.WIDE);
  }

  /** A new person of a customer, signed in. */
  Person joined(Customer customer, String name, String role, String language) {
    Map<String, Object> person =
        Map.of("name", name, "email", name.toLowerCase() + "@customer.example", "role", role);
    long id =
        rest().post("customers/" + customer.id() + "/people", person).ok().path("id").asLong();
    return invited(customer, id, language, Browsing.WIDE);
  }

  Person invited(Customer customer, long person, String language, int width) {
    String people = "customers/" + customer.id() + "/people/" + person;
    String link = rest().post(people + "/invitations", Map.of()).ok().path("link").asText();
    Person browser = browsing.person(language, width);
    browser.open(link);
    browser.page().fill("input[type=password]", PASSWORD);
    browser.submit("button.k-primary");
    assertThat(browser.page().url()).endsWith("/client/home");
    return browser;
  }

  String address(Vendor vendor, String page) {
    int port = kontor().base().getPort();
    return "http://" + vendor.code() + ".localhost:" + port + "/client/" + page;
  }

  /** Pays what a customer's only invoice asks for. */
  static void pays(Customer customer) {
    JsonNode invoice = customer.invoices().get(0);
    String total = Answer.decimal(invoice.path("total")).toPlainString();
    String currency = invoice.path("currency").asText();
    customer.pays(total, currency, "bank-transfer", "first-" + customer.id()).ok();
  }

  /** An amount as Romanians write it. */
  static BigDecimal amount(Person person, String selector) {
    String text = person.page().textContent(selector).replaceAll("[^0-9,]", "");
    return new BigDecimal(text.replace(',', '.'));
  }
}
