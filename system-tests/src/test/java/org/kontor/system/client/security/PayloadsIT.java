package org.kontor.system.client.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kontor.system.base.Kontor;
import org.kontor.system.base.SystemTest;
import org.kontor.system.client.Browsing;
import org.kontor.system.client.Browsing.Person;
import org.kontor.system.client.http.Page;
import org.kontor.system.client.http.Surfer;
import org.kontor.system.client.security.Authorisations.Row;
import org.kontor.system.story.Answer;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Rest;
import org.kontor.system.story.Vendor;

/**
 * Texts that want to be more than texts (QUALITY S2, S5, S6): of {@code payloads.txt} each stays
 * what was typed, wherever it is shown. Each that could run calls {@code zq9}.
 */
@SystemTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PayloadsIT {

  private static final Pattern SHOWN_NAME =
      Pattern.compile("<span class=\"k-customer\">(.*?)</span>", Pattern.DOTALL);

  private Kontor kontor;
  private Cast cast;
  private List<String> payloads;
  private Vendor prim;
  private Customer evil;
  private Surfer person;
  private Surfer asker;
  private int askers;

  @BeforeAll
  void a_customer_whose_every_field_is_a_trick(Kontor running) {
    kontor = running;
    cast = new Cast(new Rest(kontor.api()), kontor.base());
    payloads = Payloads.all();
    prim = Book.begin(cast.rest(), "2026-02-01").vendor("prim");
    evil = prim.customer("Trick");
    renamed(
        "\"><img src=x onerror=zq9()>#{7*7}${7*7}{0}",
        "'><svg/onload=zq9()>#{visit.visitor.email}", "</title><script>zq9()</script>");
    evil.subscribes("start", Map.of());
    cast.rest()
        .post(
            "orders",
            Map.of(
                "customerId",
                evil.id(),
                "reference",
                "<script>zq9()</script>#{7*7}{0}",
                "lines",
                List.of(Map.of("product", "onboarding-session", "quantity", 1))))
        .ok();
    evil.pays("10.00", "RON", "bank-transfer", "<img src=x onerror=zq9()>").ok();
    person = cast.in(evil, evil.mainAdministrator());
  }

  @AfterAll
  void go() {
    person.close();
    if (asker != null) {
      asker.close();
    }
  }

  private Answer renamed(String name, String line, String city) {
    return cast.rest()
        .put(
            "customers/" + evil.id(),
            Map.of(
                "name",
                name,
                "language",
                "ro",
                "registrationId",
                "<b>zq9()</b>",
                "purchaseOrderReference",
                "<img src=x onerror=zq9()>#{7*7}{0}",
                "address",
                Map.of(
                    "line",
                    line,
                    "city",
                    city,
                    "subdivision",
                    "CJ",
                    "country",
                    "RO",
                    "postCode",
                    "400001")));
  }

  @Test
  void each_text_is_shown_as_it_was_typed() {
    List<String> wrong = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (String name : Payloads.names()) {
      if (!shownAs(name, wrong)) {
        // One of them is no name: the others are tried by themselves
        payloads.stream()
            .filter(name::contains)
            .filter(payload -> !shownAs("a " + payload, wrong))
            .forEach(refused::add);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(payloads).hasSizeGreaterThan(400);
    assertThat(refused).allMatch(Payloads::isNoName);
  }

  /** False where it is refused as a name. */
  private boolean shownAs(String name, List<String> wrong) {
    Answer saved = renamed(name, name, "Cluj-Napoca");
    if (saved.status() == 422) {
      return false;
    }
    String stored = saved.ok().path("name").asText();
    Page page = person.get("/client/profile");
    Matcher shown = SHOWN_NAME.matcher(page.text());
    if (!shown.find() || !plain(shown.group(1)).equals(stored)) {
      wrong.add(name + " is shown as " + (page.status() == 200 ? shown.group(1) : page.status()));
    }
    return true;
  }

  private static String plain(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&nbsp;", "\u00a0")
        .replace("&shy;", "\u00ad")
        .replace("&szlig;", "ß")
        .replace("&laquo;", "«")
        .replace("&raquo;", "»")
        .replace("&amp;", "&");
  }

  @Test
  void no_parameter_of_an_address_is_more_than_a_text() {
    List<String> wrong = new ArrayList<>();
    List<String> tried = new ArrayList<>();
    StringBuilder together = new StringBuilder();
    for (String payload : payloads) {
      together.append(payload).append(' ');
      if (together.length() > 6_000) {
        tried.add(together.toString());
        together.setLength(0);
      }
    }
    tried.add(together.toString());
    tried.addAll(
        List.of("\" onfocus=zq9() autofocus x=\"", "javascript:zq9()", "#{7*7}", "\u0000", "-1"));
    for (Row row : Authorisations.read().read("")) {
      for (String parameter : row.takes()) {
        for (String payload : tried) {
          String address =
              row.path()
                  + "?"
                  + parameter
                  + "="
                  + URLEncoder.encode(payload, StandardCharsets.UTF_8);
          Page page = asked(address);
          String text = page.text();
          boolean raw =
              payloads.stream()
                  .filter(each -> each.contains("zq9") && each.matches(".*[<\"].*"))
                  .anyMatch(text::contains);
          // A filter that is none goes along to its own page, which says so
          String location = page.header("Location").replaceFirst("(/client/invoices)\\?.*", "$1");
          boolean leads = location.matches("(?i).*(evil|javascript:).*");
          if (page.status() >= 500 || raw || leads || text.contains("\" onfocus=zq9()")) {
            wrong.add(row.path() + "?" + parameter + ": " + page.status() + (raw ? " raw" : ""));
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** By somebody else when one person has asked as often as one may. */
  private Page asked(String address) {
    Page page = asker == null ? null : asker.get(address);
    if (page == null || page.status() == 429) {
      if (asker != null) {
        asker.close();
      }
      String mail = "asker" + askers++ + "@trick.example";
      asker = cast.in(evil, evil.adds("Person of ADMINISTRATOR", mail, "ADMINISTRATOR"));
      page = asker.get(address);
    }
    assertThat(page.status()).as(address).isNotEqualTo(429);
    return page;
  }

  @Test
  void nothing_runs_in_a_browser_and_no_page_breaks_its_policy() throws Exception {
    renamed(
            "\"><img src=x onerror=zq9()>#{7*7}${7*7}{0}",
            "'><svg/onload=zq9()>#{visit.visitor.email}", "</title><script>zq9()</script>")
        .ok();
    try (Browsing browsing = Browsing.start();
        Person reader = browsing.person("ro", Browsing.WIDE);
        Person unprotected = browsing.unprotected("ro")) {
      List<String> breaches = Trap.breaches(reader);
      for (Person each : List.of(reader, unprotected)) {
        List<String> ran = Trap.signedIn(each, person.host(), evil.email());
        for (String address : addresses()) {
          each.open("http://" + person.host() + address);
          assertThat(each.page().content()).as(address).doesNotContain("49{0}");
        }
        assertThat(ran).isEmpty();
      }
      assertThat(breaches).isEmpty();
    }
  }

  /** QUALITY S2: it is not only the policy that keeps them from running. */
  @Test
  void no_text_runs_in_a_browser_without_a_policy() throws Exception {
    try (Browsing browsing = Browsing.start();
        Person reader = browsing.unprotected("ro")) {
      List<String> ran = Trap.signedIn(reader, person.host(), evil.email());
      reader.page().evaluate("zq9()");
      assertThat(ran).as("what runs is noticed").hasSize(1);
      for (String name : Payloads.names()) {
        renamed(name, name, "Cluj-Napoca");
        reader.open("http://" + person.host() + "/client/company");
        assertThat(ran).as(name).hasSize(1);
      }
    }
  }

  private List<String> addresses() {
    String invoice = cast.rest().all("invoices?customer=" + evil.id()).get(0).path("id").asText();
    List<String> addresses =
        new ArrayList<>(List.of("/client/invoice?id=" + invoice, "/client/pay?invoice=" + invoice));
    Authorisations.read().of("page").forEach(row -> addresses.add(row.path()));
    String trick = URLEncoder.encode("\"><svg/onload=zq9()>", StandardCharsets.UTF_8);
    addresses.add("/client/invoices?number=" + trick);
    addresses.add("/client/pay?amount=" + trick);
    return addresses;
  }

  @Test
  void papers_and_mails_say_it_literally() throws IOException {
    String invoice = cast.rest().all("invoices?customer=" + evil.id()).get(0).path("id").asText();
    Page file = person.get("/client/document?id=" + invoice);
    assertThat(file.status()).isEqualTo(200);
    try (PDDocument paper = Loader.loadPDF(file.content())) {
      String text = new PDFTextStripper().getText(paper).replaceAll("\\s", "");
      assertThat(text).contains("#{7*7}${7*7}{0}", "onerror=zq9()");
    }
    List<String> mails =
        cast.rest().all("customers/" + evil.id() + "/messages").stream()
            .map(mail -> cast.rest().get("messages/" + mail.path("id").asText()).ok().toString())
            .toList();
    assertThat(mails).noneMatch(mail -> mail.contains("49$"));
    Page sheet = person.get("/client/export?list=invoices&as=csv");
    assertThat(sheet.text().lines().skip(1))
        .noneMatch(line -> line.matches("^[=+@-].*|.*[;,][=+@].*"));
  }
}
