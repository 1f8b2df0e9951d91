package org.kontor.system.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.client.Browsing.Person;
import org.kontor.system.message.Post;
import org.kontor.system.rig.Database;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Vendor;

/** People of a customer, what they may do, and the mails they get, in a real browser. */
@SystemTest(mail = true)
class PeopleIT extends AtThePortal {

  private static final String ION = "ion@carpat.example";
  private static final Pattern LINK = Pattern.compile("http\\S+/client/welcome\\?token=\\S+");

  private Book book;
  private Vendor prim;
  private Customer carpat;
  private Customer dacia;

  @BeforeEach
  void two_customers() throws Exception {
    kontor().mail().reset();
    book = Book.begin(rest(), "2026-02-01");
    prim = book.vendor("prim");
    carpat = prim.customer("Carpat Textil");
    dacia = prim.customer("Dacia Birotică");
    carpat.subscribes("start", Map.of());
    dacia.subscribes("start", Map.of());
    prim.untilTime("2026-02-02T12:00");
  }

  @Test
  void each_page_is_whole_in_each_language_and_width() {
    long ion = carpat.adds("Ion Rus", ION, "STAFF");
    carpat.invitation(ion);
    dacia.adds("Carpat Textil Admin", carpat.email(), "ADMINISTRATOR");
    String sent = message(carpat, "invoice.issued").path("messageId").asText();
    rest().post("bounces", Map.of("messageId", sent, "status", "5.1.1", "reason", "gone")).ok();
    long mail = message(carpat, "invoice.issued").path("id").asLong();
    List<String> pages =
        List.of(
            "people",
            "person?id=" + ion,
            "person?id=" + ion + "&ask=withdraw",
            "invite",
            "handover?person=" + ion,
            "messages",
            "message?id=" + mail);
    try (Person ana = in(carpat, carpat.mainAdministrator(), "ro")) {
      isWholeInEachLanguage(ana, prim, pages);
      assertThat(ana.page().locator(".k-notice-warn").textContent()).contains(carpat.email());
    }
  }

  @Test
  void a_person_is_invited_comes_in_changes_its_role_and_is_out_at_once() throws Exception {
    try (Person ana = main(carpat, "ro");
        Person ion = stranger("ro", Browsing.NARROW)) {
      invite(ana, "no address");
      assertThat(ana.page().textContent("[id='form:email-error']")).isNotBlank();
      assertThat(ana.page().inputValue("[id='form:name']")).isEqualTo("Ion Rus");
      invite(ana, ION);
      assertThat(ana.page().url()).endsWith("/client/people?done=invited");
      assertThat(row(ana, ION)).contains("Angajat", "Invitație trimisă");
      Fetched list = Fetched.by(ana, address("export?list=people&as=csv"));
      assertThat(list.text()).contains(ION, "Angajat");
      ion.open(mailedLink(ION));
      choose(ion, PASSWORD);
      assertThat(ion.page().url()).endsWith("/client/home");
      assertThat(opens(ion)).containsExactlyInAnyOrder("home", "use", "messages", "handover");
      long id = person(carpat, ION).path("id").asLong();
      ana.open(address("people"));
      assertThat(row(ana, ION)).doesNotContain("Invitație");
      become(ana, id, "ACCOUNTANT");
      assertThat(person(carpat, ION).path("rights").toString()).isEqualTo("[\"MONEY\"]");
      assertThat(opens(ion))
          .contains("home", "use", "invoices", "pay", "promise")
          .doesNotContain("people", "invite", "person?id=" + id);
      become(ana, id, "ADMINISTRATOR");
      assertThat(opens(ion)).contains("people", "invite", "invoices");
      ion.open(address("person?id=" + carpat.mainAdministrator()));
      assertThat(ion.page().locator("main form").count()).as("beyond an administrator").isZero();
      ana.open(address("person?id=" + id + "&ask=withdraw"));
      ana.submit("[id='withdraw'] button");
      assertThat(ana.page().url()).endsWith("/client/people?done=withdrawn");
      ion.open(address("home"));
      assertThat(ion.page().url()).contains("/client/sign-in");
      assertThat(ana.open(address("person?id=" + id))).as("nobody any more").isEqualTo(404);
    }
  }

  @Test
  void an_accountant_pays_where_the_policy_lets_administrators_and_not_where_it_names_the_owner() {
    long ion = carpat.adds("Ion Rus", ION, "STAFF");
    String decision =
        "access-decisions?vendor=prim&customer=Carpat Textil&product=start&person=" + ion;
    prim.untilTime("2026-03-20T12:00");
    assertThat(rest().get(decision.replace(" ", "%20")).ok().path("paymentPage").asBoolean())
        .isFalse();
    give(carpat, ion, "MONEY");
    JsonNode blocked = rest().get(decision.replace(" ", "%20")).ok();
    assertThat(blocked.path("effect").asText()).isEqualTo("BLOCKED");
    assertThat(blocked.path("role").asText()).isEqualTo("STAFF");
    assertThat(blocked.path("paymentPage").asBoolean()).isTrue();
    rest()
        .put("customers/" + carpat.id() + "/people/" + ion, rights("ADMINISTRATOR", "MONEY"))
        .refused("INVALID_VALUE");

    Vendor intrum = book.vendor("intrum");
    Customer ivan = intrum.customer("Агентство «Ключ»");
    ivan.topsUp("1.00", "RUB", "bank-transfer", "t1").ok();
    long subscription = ivan.subscribes("crm", Map.of()).id();
    long olga = ivan.adds("Olga", "olga@kliuch.example", "STAFF");
    give(ivan, olga, "MONEY");
    rest()
        .post("promises", Map.of("subscriptionId", subscription, "personId", olga, "days", 1))
        .refused("NOT_ALLOWED_FOR_ROLE");
  }

  @Test
  void the_main_administrator_hands_over_in_two_steps() throws Exception {
    long ion = carpat.adds("Ion Rus", ION, "STAFF");
    try (Person ana = main(carpat, "ro");
        Person other = in(carpat, ion, "ro")) {
      proposed(ana, ion);
      ana.submit("[id='retract'] button");
      assertThat(ana.page().url()).endsWith("done=ended");
      other.open(address("handover"));
      assertThat(other.page().locator("main form").count()).as("taken back").isZero();

      try (Database database = database()) {
        database.change("update portal_session set proven_at = now() - interval '1 hour'");
      }
      ana.open(address("authenticator"));
      ana.page().fill("[id='form:code']", "000000");
      ana.submit("[id='form'] button.k-primary");
      assertThat(ana.page().url()).as("a second factor").contains("/client/prove");
      ana.open(address("person?id=" + ion));
      ana.page().check("input[name='post'][value='ADMINISTRATOR']");
      ana.submit("[id='form'] button.k-primary");
      assertThat(ana.page().url()).as("an administrator").contains("/client/prove");
      ana.open(address("handover?person=" + ion));
      assertThat(ana.page().url()).as("who is it?").contains("/client/prove");
      choose(ana, PASSWORD);
      assertThat(ana.page().url()).endsWith("/client/handover?person=" + ion);
      ana.submit("[id='form'] button.k-primary");
      assertThat(ana.page().url()).endsWith("done=proposed");

      other.open(address("home"));
      other.submit(".k-notice a");
      assertThat(other.faults()).isEmpty();
      other.submit("[id='confirm'] button.k-primary");
      assertThat(other.page().url()).endsWith("done=confirmed");
      assertThat(carpat.mainAdministrator()).isEqualTo(ion);
      assertThat(person(carpat, carpat.email()).path("role").asText()).isEqualTo("ADMINISTRATOR");
      ana.open(address("person?id=" + ion));
      assertThat(ana.page().locator("main form").count()).isZero();
    }
    for (String address : List.of(ION, carpat.email())) {
      Post.await("both are told", () -> mailed(address, "Ion Rus a confirmat"));
    }
  }

  @Test
  void one_person_acts_for_one_of_its_customers_at_a_time() throws Exception {
    String ana = carpat.email();
    long id = dacia.adds("Ana", ana, "ADMINISTRATOR");
    String invoice = "invoice?id=" + carpat.invoices().get(0).path("id").asLong();
    try (Person person = main(carpat, "ro");
        Person late = person.tab()) {
      assertThat(person.open(address(invoice))).isEqualTo(200);
      late.open(address("invite"));
      actFor(person, dacia.id());
      assertThat(person.page().url()).endsWith("/client/home");
      assertThat(person.open(address(invoice))).as("of the other one").isEqualTo(404);
      // The browser itself complains of the status
      assertThat(person.faults()).allMatch(fault -> fault.contains("404"));
      late.page().fill("[id='form:name']", "Nobody");
      late.page().fill("[id='form:email']", "nobody@carpat.example");
      late.submit("[id='form'] button.k-primary");
      assertThat(people(carpat).size() + people(dacia).size())
          .as("a page of the one does nothing with the other")
          .isEqualTo(3);
      assertThat(late.page().inputValue("[id='form:name']")).as("in the other's form").isEmpty();
      assertThat(late.page().textContent("#session")).contains("alt client");
      person.open(address("home"));
      actFor(person, carpat.id());
      late.open(address("invite"));
      assertThat(late.page().inputValue("[id='form:name']")).as("waits").isEqualTo("Nobody");
      actFor(person, dacia.id());
      person.open(address("home"));
      signOut(person);
      signIn(person, ana, PASSWORD);
      assertThat(person.page().inputValue("#customer")).isEqualTo(Long.toString(dacia.id()));
      assertThat(person.faults()).isEmpty();
      Object refused =
          person
              .page()
              .evaluate(
                  "async () => (await fetch('/client/act-for', {method: 'POST', headers:"
                      + " {'Content-Type': 'application/x-www-form-urlencoded'}, body:"
                      + " 'customer=1'})).status");
      assertThat(refused).isEqualTo(404);
      rest().delete("customers/" + dacia.id() + "/people/" + id).ok();
      assertThat(person.open(address(invoice))).as("falls to the one that is left").isEqualTo(200);
      assertThat(person.page().locator("#customer").count()).isZero();
    }
  }

  @Test
  void mails_can_be_read_by_whom_they_concern_and_let_nobody_in() throws Exception {
    long ion = carpat.adds("Ion Rus", ION, "STAFF");
    carpat.invitation(ion);
    String link = mailedLink(ION);
    long invitation = message(carpat, "person.invited").path("id").asLong();
    long invoice = message(carpat, "invoice.issued").path("id").asLong();
    try (Person ana = main(carpat, "ro")) {
      ana.open(address("messages"));
      assertThat(ana.page().textContent("tbody")).contains(ION, "Trimis", "Factura PRM-2026");
      ana.open(address("message?id=" + invitation));
      assertThat(ana.page().content()).contains("token=…").doesNotContain(link.split("=")[1]);
      ana.open(address("message?id=" + invoice));
      assertThat(ana.page().locator("a[href^='/client/document?id=']").count()).isOne();
      assertThat(ana.open(address("message?id=" + message(dacia, "invoice.issued").path("id"))))
          .isEqualTo(404);
    }
    try (Person staff = stranger("ro", Browsing.NARROW)) {
      staff.open(link);
      choose(staff, PASSWORD);
      staff.open(address("messages"));
      assertThat(staff.page().locator("tbody tr").count()).as("its own").isOne();
      assertThat(staff.open(address("message?id=" + invitation))).isEqualTo(200);
      assertThat(staff.open(address("message?id=" + invoice))).isEqualTo(404);
    }
  }

  @Test
  void a_document_is_mailed_once_more_to_who_asks_and_the_page_tells_where_it_went()
      throws Exception {
    long ion = carpat.adds("Ion Rus", ION, "STAFF");
    give(carpat, ion, "MONEY");
    String page = address("invoice?id=" + carpat.invoices().get(0).path("id").asLong());
    try (Person accountant = in(carpat, ion, "ro");
        Person ana = main(carpat, "ro")) {
      ana.open(page);
      assertThat(ana.page().textContent("main")).contains(carpat.email()).doesNotContain(ION);
      accountant.open(page);
      assertThat(accountant.page().textContent("main")).doesNotContain(carpat.email());
      accountant.submit("#mail button");
      assertThat(accountant.page().textContent(".k-done")).contains(ION);
      assertThat(accountant.faults()).isEmpty();
      Post.await("the document", () -> mailed(ION, "PRM-2026"));
      ana.open(page);
      assertThat(ana.page().textContent("main")).contains(ION);
    }
  }

  private void invite(Person ana, String email) {
    ana.open(address("invite"));
    ana.page().fill("[id='form:name']", "Ion Rus");
    ana.page().evaluate("document.querySelector('form[id=form]').noValidate = true");
    ana.page().fill("[id='form:email']", email);
    ana.submit("[id='form'] button.k-primary");
  }

  private void become(Person ana, long person, String post) {
    ana.open(address("person?id=" + person));
    ana.page().check("#post-" + post);
    ana.submit("[id='form'] button.k-primary");
    assertThat(ana.page().url()).endsWith("/client/people?done=changed");
  }

  private void proposed(Person ana, long successor) {
    ana.open(address("handover?person=" + successor));
    ana.submit("[id='form'] button.k-primary");
    assertThat(ana.page().url()).endsWith("/client/handover?done=proposed");
    assertThat(ana.faults()).isEmpty();
  }

  private static void actFor(Person person, long customer) {
    person.page().selectOption("#customer", Long.toString(customer));
    person.submit(".k-chooser button");
  }

  /** Which pages the person is let in to. */
  private Set<String> opens(Person person) {
    return List.of(
            "home",
            "wallet",
            "movements",
            "use",
            "invoices",
            "pay",
            "promise",
            "people",
            "invite",
            "messages",
            "handover")
        .stream()
        .filter(page -> person.open(address(page)) == 200)
        .collect(Collectors.toSet());
  }

  private static String row(Person person, String email) {
    return person
        .page()
        .locator("tbody tr", new com.microsoft.playwright.Page.LocatorOptions().setHasText(email))
        .textContent();
  }

  private String mailedLink(String email) throws InterruptedException {
    Post.await("the invitation", () -> mailed(email, "/client/welcome?token="));
    List<MimeMessage> taken = kontor().mail().takenFor(email);
    Matcher link = LINK.matcher(Post.text(taken.get(taken.size() - 1)));
    assertThat(link.find()).isTrue();
    return link.group();
  }

  private boolean mailed(String email, String words) {
    return kontor().mail().takenFor(email).stream()
        .anyMatch(mail -> Post.text(mail).contains(words));
  }

  private JsonNode message(Customer customer, String topic) {
    return rest().all("customers/" + customer.id() + "/messages").stream()
        .filter(message -> message.path("topic").asText().equals(topic))
        .findFirst()
        .orElseThrow();
  }

  private void give(Customer customer, long person, String right) {
    rest().put("customers/" + customer.id() + "/people/" + person, rights("STAFF", right)).ok();
  }

  private static Map<String, Object> rights(String role, String right) {
    return Map.of("role", role, "rights", List.of(right));
  }

  private JsonNode people(Customer customer) {
    return rest().get("customers/" + customer.id() + "/people").ok();
  }

  private JsonNode person(Customer customer, String email) {
    for (JsonNode person : people(customer)) {
      if (person.path("email").asText().equals(email)) {
        return person;
      }
    }
    throw new AssertionError("nobody has " + email);
  }

  private String address(String page) {
    return address(prim, page);
  }
}
