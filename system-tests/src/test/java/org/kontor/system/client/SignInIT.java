package org.kontor.system.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.domain.rules.Proves;
import org.kontor.system.base.SystemTest;
import org.kontor.system.client.Browsing.Person;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Vendor;

/** Links, passwords, second factors and sessions in a real browser. */
@SystemTest
class SignInIT extends AtThePortal {

  private Customer ana;

  @BeforeEach
  void a_customer_of_one_of_two_vendors() {
    Book book = Book.begin(rest(), "2026-02-01");
    Vendor prim = book.vendor("prim");
    book.vendor("intrum");
    ana = prim.customer("Carpat Textil");
    ana.subscribes("start", Map.of());
    prim.until("2026-02-10"); // the day before it is due: nobody is shut out
  }

  @Test
  void nobody_learns_whether_an_address_is_known() {
    List<String> answers = new ArrayList<>();
    for (String email : List.of(ana.email(), "nobody@customer.example")) {
      try (Person stranger = stranger("en", Browsing.WIDE)) {
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
    String link = ana.invitation(ana.mainAdministrator());
    try (Person first = stranger("en", Browsing.WIDE);
        Person second = stranger("en", Browsing.WIDE)) {
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
  void S5_7_a_new_password_ends_the_sessions_elsewhere() {
    try (Person here = main(ana, "ro");
        Person there = stranger("en", Browsing.WIDE)) {
      there.open(address("prim", "sign-in"));
      signIn(there, ana.email(), PASSWORD);
      assertThat(there.page().url()).endsWith("/client/home");
      here.open(address("prim", "profile"));
      Page page = here.page();
      page.fill("[id='form:present']", PASSWORD);
      page.fill("[id='form:wanted']", "another long sentence");
      here.submit("[id='form'] button.k-primary");
      assertThat(page.url()).endsWith("done=password");
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
    try (Person person = main(ana, "ro")) {
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
    try (Person again = stranger("ro", Browsing.NARROW)) {
      again.open(address("prim", "sign-in?to=/client/invoices"));
      signIn(again, ana.email(), PASSWORD);
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
      signOut(again);
      signIn(again, ana.email(), PASSWORD);
      assertThat(again.page().url()).as("a known browser").endsWith("/client/home");
      isWholeInEachLanguage(again, ana.vendor(), List.of("profile"));
      again.submit("[id='known'] button");
      assertThat(again.page().url()).endsWith("done=forgotten");
      assertThat(again.page().locator("[id='known']").count()).isZero();
    }
    try (Person stranger = stranger("ro", Browsing.WIDE)) {
      stranger.open(address("prim", "sign-in"));
      signIn(stranger, ana.email(), PASSWORD);
      stranger.page().fill("[id='form:code']", recovery);
      stranger.submit("[id='form'] button.k-primary");
      assertThat(stranger.page().url()).as("used up").contains("/client/second");
    }
    try (Person mailbox = stranger("ro", Browsing.NARROW)) {
      mailbox.open(ana.invitation(ana.mainAdministrator()));
      choose(mailbox, PASSWORD + "!");
      assertThat(mailbox.page().url()).as("a mailed link alone").contains("/client/second");
      mailbox.open(address("prim", "home"));
      assertThat(mailbox.page().url()).contains("/client/sign-in");
    }
  }

  @Test
  void who_signs_out_is_out() {
    try (Person person = main(ana, "ro")) {
      signOut(person);
      person.open(address("prim", "home"));
      assertThat(person.page().url()).contains("/client/sign-in");
    }
  }

  @Test
  void a_session_of_one_vendor_is_nothing_at_another() {
    try (Person person = main(ana, "ro")) {
      person.open(address("intrum", "home"));
      assertThat(person.page().url()).contains("intrum.localhost").contains("/client/sign-in");
    }
  }

  private static String code(byte[] secret) throws Exception {
    TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
    return codes.generateOneTimePasswordString(
        new SecretKeySpec(secret, codes.getAlgorithm()), Instant.now());
  }
}
