package org.kontor.system.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.domain.rules.Proves;
import org.kontor.system.base.SystemTest;
import org.kontor.system.client.Browsing.Person;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Story;
import org.kontor.system.story.Vendor;

/** The client area in a real browser, as customers see it. */
@SystemTest
class ClientAreaIT extends Story {

  private static final String PASSWORD = "patru pisici pe acoperiș";
  private static final List<String> LANGUAGES = List.of("ro", "ru", "uk", "es", "en");
  private static final List<String> PAGES =
      List.of(
          "home",
          "wallet",
          "pay",
          "pay?amount=5000",
          "promise",
          "invoices",
          "movements",
          "movements?from=2026-02-01",
          "use",
          "profile",
          "access",
          "authenticator",
          "passkeys",
          "prove");
  private static final List<String> DOORS =
      List.of(
          "sign-in", "forgotten", "welcome?token=worn", "register", "join?token=worn", "second");

  private static Browsing browsing;

  private Customer ana;
  private Customer ivan;

  @BeforeAll
  static void start() throws Exception {
    browsing = Browsing.start();
  }

  @AfterAll
  static void stop() {
    browsing.close();
  }

  @BeforeEach
  void two_customers_of_two_vendors() {
    Book book = Book.begin(rest(), "2026-02-01");
    Vendor prim = book.vendor("prim");
    Vendor intrum = book.vendor("intrum");
    ana = prim.customer("Carpat Textil");
    ana.subscribes("start", Map.of());
    prim.customer("Dacia Birotică").subscribes("start", Map.of());
    ivan = intrum.customer("Агентство «Ключ»");
    ivan.topsUp("5000.00", "RUB", "bank-transfer", "t1").ok();
    ivan.subscribes("crm", Map.of()).uses("headcount", 5).ok();
    prim.until("2026-02-10"); // the day before it is due: nobody is shut out
  }

  @Test
  void each_page_is_whole_in_each_language_and_width() {
    for (int width : List.of(Browsing.WIDE, Browsing.NARROW)) {
      try (Person person = invited(ivan, width)) {
        for (String language : LANGUAGES) {
          person.speak(language);
          for (String page : PAGES) {
            assertThat(person.open(address("intrum", page))).as(page).isEqualTo(200);
            assertThat(person.faults()).as("%s in %s at %d", page, language, width).isEmpty();
          }
        }
      }
    }
  }

  @Test
  void each_door_is_whole_for_a_stranger() {
    for (String language : LANGUAGES) {
      try (Person stranger = browsing.person(language, Browsing.NARROW)) {
        for (String door : DOORS) {
          int status = stranger.open(address("prim", door));
          assertThat(status).as(door).isEqualTo(200);
          assertThat(stranger.faults()).as("%s in %s", door, language).isEmpty();
        }
      }
    }
  }

  @Test
  @Proves("S5.9")
  void S5_9_the_client_area_shows_the_invoices_and_why_each_amount() {
    try (Person person = invited(ana, Browsing.WIDE)) {
      person.open(address("prim", "invoices"));
      person.submit("tbody a");
      assertThat(person.page().textContent("h1")).isEqualTo("Factura PRM-2026-000001");
      assertThat(person.faults()).isEmpty();
      assertThat(person.page().textContent(".k-arithmetic")).contains("249").contains("=");
      assertThat(person.page().textContent(".k-pay")).contains("RO16BTRLRONCRT0123456701");
    }
  }

  @Test
  void what_belongs_to_somebody_else_looks_as_if_it_did_not_exist() {
    List<JsonNode> all = rest().all("invoices?vendor=prim");
    long foreign =
        all.stream()
            .filter(invoice -> invoice.path("customerId").asLong() != ana.id())
            .findFirst()
            .orElseThrow()
            .path("id")
            .asLong();
    try (Person person = invited(ana, Browsing.WIDE)) {
      assertThat(person.open(address("prim", "invoice?id=" + foreign))).isEqualTo(404);
      String shown = person.page().content();
      assertThat(person.open(address("prim", "invoice?id=1"))).isEqualTo(404);
      assertThat(person.page().content()).isEqualTo(shown);
    }
  }

  @Test
  void an_address_that_does_not_exist_says_so() {
    try (Person person = invited(ana, Browsing.NARROW)) {
      assertThat(person.open(address("prim", "nowhere"))).isEqualTo(404);
      assertThat(person.page().textContent("h1")).isEqualTo("Această pagină nu există");
      // The browser itself complains of the status
      assertThat(person.faults()).allMatch(fault -> fault.contains("404"));
    }
  }

  @Test
  void a_session_of_one_vendor_is_nothing_at_another() {
    try (Person person = invited(ana, Browsing.WIDE)) {
      person.open(address("intrum", "home"));
      assertThat(person.page().url()).contains("intrum.localhost").contains("/client/sign-in");
    }
  }

  @Test
  void nobody_learns_whether_an_address_is_known() {
    List<String> answers = new ArrayList<>();
    for (String email : List.of(email(ana), "nobody@customer.example")) {
      try (Person stranger = browsing.person("en", Browsing.WIDE)) {
        stranger.open(address("prim", "sign-in"));
        signIn(stranger, email, "not the right one");
        answers.add(stranger.page().textContent(".k-errors"));
        stranger.open(address("prim", "forgotten"));
        stranger.page().fill("input[type=email]", email);
        stranger.submit("button.k-primary");
        answers.add(stranger.page().textContent(".k-done"));
      }
    }
    assertThat(answers.subList(0, 2)).isEqualTo(answers.subList(2, 4));
  }

  @Test
  void a_link_works_once_and_a_weak_password_is_refused_beside_its_field() {
    String link = link(ana);
    try (Person first = browsing.person("en", Browsing.WIDE);
        Person second = browsing.person("en", Browsing.WIDE)) {
      first.open(link);
      choose(first, "carpat textil");
      assertThat(first.page().textContent(".ui-message")).contains("too easy to guess");
      choose(first, PASSWORD);
      assertThat(first.page().url()).endsWith("/client/home");
      second.open(link);
      assertThat(second.page().textContent("main")).contains("does not work any more");
    }
  }

  @Test
  @Proves("S5.7")
  void S5_7_a_new_password_ends_the_sessions_elsewhere() throws InterruptedException {
    try (Person here = invited(ana, Browsing.WIDE);
        Person there = browsing.person("en", Browsing.WIDE)) {
      there.open(address("prim", "sign-in"));
      signIn(there, email(ana), PASSWORD);
      assertThat(there.page().url()).endsWith("/client/home");
      here.open(address("prim", "profile"));
      Page page = here.page();
      page.fill("[id='form:present']", PASSWORD);
      page.fill("[id='form:wanted']", "another long sentence");
      here.submit("[id='form'] button.k-primary");
      assertThat(page.url()).endsWith("done=password");
      // What another request remembers of a session is at most two seconds old
      Thread.sleep(2_100);
      there.open(address("prim", "home"));
      assertThat(there.page().url()).contains("/client/sign-in");
      here.open(address("prim", "home"));
      assertThat(here.page().url()).endsWith("/client/home");
    }
  }

  @Test
  void a_second_factor_is_asked_for_and_each_code_is_good_once() throws Exception {
    String recovery;
    String used;
    try (Person person = invited(ana, Browsing.WIDE)) {
      person.open(address("prim", "authenticator"));
      assertThat(person.faults()).isEmpty();
      used = code(new Base32().decode(person.page().textContent(".k-steps code")));
      person.page().fill("[id='form:code']", "000000");
      person.submit("[id='form'] button.k-primary");
      assertThat(person.page().textContent(".ui-message")).isNotBlank();
      person.page().fill("[id='form:code']", used);
      person.submit("[id='form'] button.k-primary");
      assertThat(person.page().locator(".k-codes code").count()).isEqualTo(10);
      assertThat(person.faults()).isEmpty();
      recovery = person.page().locator(".k-codes code").first().textContent();
    }
    try (Person again = browsing.person("ro", Browsing.NARROW)) {
      again.open(address("prim", "sign-in?to=/client/invoices"));
      signIn(again, email(ana), PASSWORD);
      assertThat(again.page().url()).contains("/client/second");
      assertThat(again.faults()).isEmpty();
      again.open(address("prim", "home"));
      assertThat(again.page().url()).as("not in yet").contains("/client/sign-in");
      again.open(address("prim", "second?to=/client/invoices"));
      again.page().fill("[id='form:code']", used);
      again.submit("[id='form'] button.k-primary");
      assertThat(again.page().textContent(".ui-message")).as("used already").isNotBlank();
      again.page().fill("[id='form:code']", recovery);
      again.page().check("[id='form:remembered']");
      again.submit("[id='form'] button.k-primary");
      assertThat(again.page().url()).endsWith("/client/invoices");
      again.submit("form[action='/client/sign-out'] button");
      signIn(again, email(ana), PASSWORD);
      assertThat(again.page().url()).as("a known browser").endsWith("/client/home");
    }
    try (Person stranger = browsing.person("ro", Browsing.WIDE)) {
      stranger.open(address("prim", "sign-in"));
      signIn(stranger, email(ana), PASSWORD);
      stranger.page().fill("[id='form:code']", recovery);
      stranger.submit("[id='form'] button.k-primary");
      assertThat(stranger.page().url()).as("used up").contains("/client/second");
    }
    try (Person mailbox = browsing.person("ro", Browsing.NARROW)) {
      mailbox.open(link(ana));
      choose(mailbox, PASSWORD + "!");
      assertThat(mailbox.page().url()).as("a mailed link alone").contains("/client/second");
      mailbox.open(address("prim", "home"));
      assertThat(mailbox.page().url()).contains("/client/sign-in");
    }
  }

  @Test
  void a_vendors_pages_carry_its_own_colour() {
    try (Person person = invited(ana, Browsing.WIDE)) {
      Object colour =
          person
              .page()
              .evaluate(
                  "getComputedStyle(document.documentElement).getPropertyValue('--accent').trim()");
      assertThat(colour).isEqualTo("#0b6b5d");
    }
  }

  private static String code(byte[] secret) throws Exception {
    TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
    return codes.generateOneTimePasswordString(
        new SecretKeySpec(secret, codes.getAlgorithm()), Instant.now());
  }

  @Test
  void who_signs_out_is_out() {
    try (Person person = invited(ana, Browsing.WIDE)) {
      person.submit("form[action='/client/sign-out'] button");
      person.open(address("prim", "home"));
      assertThat(person.page().url()).contains("/client/sign-in");
    }
  }

  private Person invited(Customer customer, int width) {
    Person person = browsing.person(customer.vendor().equals(ana.vendor()) ? "ro" : "ru", width);
    person.open(link(customer));
    choose(person, PASSWORD);
    assertThat(person.page().url()).endsWith("/client/home");
    return person;
  }

  private static void choose(Person person, String password) {
    person.page().fill("input[type=password]", password);
    person.submit("button.k-primary");
  }

  private static void signIn(Person person, String email, String password) {
    person.page().fill("input[type=email]", email);
    choose(person, password);
  }

  private String link(Customer customer) {
    String people = "customers/" + customer.id() + "/people";
    return rest()
        .post(people + "/" + customer.mainAdministrator() + "/invitations", Map.of())
        .ok()
        .path("link")
        .asText();
  }

  private String email(Customer customer) {
    return rest().get("customers/" + customer.id()).ok().path("email").asText();
  }

  private String address(String vendor, String page) {
    return "http://" + vendor + ".localhost:" + kontor().base().getPort() + "/client/" + page;
  }
}
