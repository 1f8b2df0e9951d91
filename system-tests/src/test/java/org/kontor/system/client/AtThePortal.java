package org.kontor.system.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.kontor.system.client.Browsing.Person;
import org.kontor.system.story.Answer;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Story;
import org.kontor.system.story.Vendor;

/**
 * Stories of people in the client area: how they get in, where its pages are. Each class has a
 * browser of its own, because a browser serves one thread only and classes run beside each other.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AtThePortal extends Story {

  static final List<String> LANGUAGES = List.of("ro", "ru", "uk", "es", "en");

  static final String PASSWORD = "patru pisici pe acoperiș";

  private Browsing browsing;

  @BeforeAll
  final void startBrowser() throws Exception {
    browsing = Browsing.start();
  }

  @AfterAll
  final void stopBrowser() {
    browsing.close();
  }

  /** Somebody at a new device who has not said yet who it is. */
  final Person stranger(String language, int width) {
    return browsing.person(language, width);
  }

  /** The main administrator, signed in. */
  final Person main(Customer customer, String language) {
    return in(customer, customer.mainAdministrator(), language);
  }

  /** A new person of a customer, signed in. */
  final Person joined(Customer customer, String name, String role, String language) {
    long id = customer.adds(name, name.toLowerCase() + "@customer.example", role);
    return in(customer, id, language);
  }

  /** A person of a customer, signed in at a wide screen. */
  final Person in(Customer customer, long person, String language) {
    return in(customer, person, language, Browsing.WIDE);
  }

  final Person in(Customer customer, long person, String language, int width) {
    Person browser = stranger(language, width);
    comesIn(browser, customer.invitation(person));
    return browser;
  }

  /** Chooses the password by an invitation's link; whoever may not go on comes to where it may. */
  static void comesIn(Person person, String link) {
    person.open(link);
    choose(person, PASSWORD);
    assertThat(person.page().url()).containsPattern("/client/(home|pay|access)$");
  }

  /** Types a password where one is asked for, and goes on. */
  static void choose(Person person, String password) {
    person.page().fill("input[type=password]", password);
    person.submit("button.k-primary");
  }

  static void signIn(Person person, String email, String password) {
    person.page().fill("input[type=email]", email);
    choose(person, password);
  }

  static void signOut(Person person) {
    person.submit("form[action='/client/sign-out'] button");
  }

  final String address(Vendor vendor, String page) {
    return address(vendor.code(), page);
  }

  final String address(String vendor, String page) {
    return "http://" + vendor + ".localhost:" + kontor().base().getPort() + "/client/" + page;
  }

  /** Each page opens in each language and has no fault at either width, nor on a dark screen. */
  final void isWholeInEachLanguage(Person person, Vendor vendor, List<String> pages) {
    for (String language : LANGUAGES) {
      person.speak(language);
      for (String page : pages) {
        assertThat(person.open(address(vendor, page))).as(page).isEqualTo(200);
        assertThat(person.faultsAtEachWidth()).as("%s in %s", page, language).isEmpty();
        if (language.equals(LANGUAGES.get(0))) {
          assertThat(person.faultsInTheDark()).as(page).isEmpty();
        }
      }
    }
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
