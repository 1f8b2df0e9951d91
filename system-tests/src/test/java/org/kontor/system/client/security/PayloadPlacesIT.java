package org.kontor.system.client.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kontor.system.base.Kontor;
import org.kontor.system.base.SystemTest;
import org.kontor.system.client.Browsing;
import org.kontor.system.client.Browsing.Person;
import org.kontor.system.client.http.Page;
import org.kontor.system.client.http.Surfer;
import org.kontor.system.story.Answer;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Pack;
import org.kontor.system.story.Rest;
import org.kontor.system.story.Vendor;

/**
 * All of {@code payloads.txt} in what people write about themselves (QUALITY S2, S6): registration,
 * names of people and of passkeys, what browsers call themselves, what is said of a transfer. Each
 * stays what was typed, and none runs, with a policy or without.
 */
@SystemTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PayloadPlacesIT {

  private static final String MAIL = "trick@carpat.example";

  private final List<String> people = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private Kontor kontor;
  private Cast cast;
  private List<String> payloads;
  private List<String> chunks;
  private Customer mara;
  private Customer evil;

  @BeforeAll
  void somebody_whose_every_word_is_a_trick(Kontor running) throws Exception {
    kontor = running;
    cast = new Cast(new Rest(kontor.api()), kontor.base());
    payloads = Payloads.all();
    assertThat(payloads).doesNotHaveDuplicates().hasSizeGreaterThan(400);
    chunks = Payloads.names();
    Book book = Book.begin(cast.rest(), "2026-03-01");
    Vendor paid =
        book.vendor(
            "prim-paid",
            Pack.bundled("prim")
                .with(
                    "lift: ALL_OVERDUE_PAID",
                    "transferNotice: {days: 2, workingDays: true}\n  lift: ALL_OVERDUE_PAID"));
    mara = paid.customer("Mara");
    mara.subscribes("start", Map.of());
    Vendor prim = book.vendor("prim");
    paid.untilTime("2026-03-12T09:00");
    registers(prim);
    for (String chunk : chunks) {
      if (!isTaken(chunk)) {
        parts(chunk).stream().filter(one -> !isTaken("a " + one)).forEach(refused::add);
      }
    }
    long person = evil.mainAdministrator();
    int place = 0;
    for (String chunk : chunks) {
      place++;
      insert(
          "insert into portal_session (id, person_id, token_hash, address, agent)"
              + " values (?, ?, sha256(?::bytea), '::1', ?)",
          place,
          person,
          chunk);
      insert(
          "insert into known_device (id, person_id, token_hash, until_at, agent)"
              + " values (?, ?, sha256(?::bytea), now() + interval '1 day', ?)",
          place,
          person,
          chunk);
      insert(
          "insert into passkey (id, person_id, site, credential_id, public_key, signatures, name)"
              + " values (?, ?, 'prim.localhost', sha256(?::bytea), '', 0, ?)",
          place,
          person,
          chunk);
    }
  }

  private List<String> parts(String chunk) {
    return payloads.stream().filter(chunk::contains).toList();
  }

  private void registers(Vendor prim) {
    String link =
        cast.rest()
            .post("registrations", Map.of("vendor", "prim", "email", MAIL))
            .ok()
            .path("link")
            .asText()
            .replaceFirst("^https?://[^/]+", "");
    try (Surfer stranger = new Surfer(kontor.base(), "prim", "127.0.6.1")) {
      Map<String, String> typed = new LinkedHashMap<>();
      typed.put("form:name", chunks.get(0));
      typed.put("form:line", payloads.get(1));
      typed.put("form:city", payloads.get(0));
      typed.put("form:subdivision", "CJ");
      typed.put("form:country", "RO");
      typed.put("form:person", chunks.get(2));
      typed.put("form:password", Cast.PASSWORD);
      Page in = stranger.fill(link, "form", typed);
      assertThat(in.status()).as(in.text()).isEqualTo(302);
    }
    evil = new Customer(prim, cast.rest().all("customers?vendor=prim").get(0).path("id").asLong());
  }

  private boolean isTaken(String name) {
    Map<String, Object> person = new LinkedHashMap<>();
    person.put("name", name);
    person.put("email", "p" + (people.size() + 1) + "@carpat.example");
    person.put("role", "STAFF");
    Answer saved = cast.rest().post("customers/" + evil.id() + "/people", person);
    if (saved.status() == 422) {
      return false;
    }
    people.add(saved.ok().path("name").asText());
    return true;
  }

  private void insert(String statement, int place, long person, String text) throws SQLException {
    try (Connection connection = kontor.owner();
        PreparedStatement insert = connection.prepareStatement(statement)) {
      insert.setLong(1, 9_000_000_000_000_000L + place);
      insert.setLong(2, person);
      insert.setBytes(3, text.getBytes(StandardCharsets.UTF_8));
      insert.setString(4, text);
      insert.executeUpdate();
    }
  }

  @Test
  void what_is_refused_as_a_name_no_keyboard_types() {
    assertThat(refused).allMatch(Payloads::isNoName);
    assertThat(refused.size()).isLessThan(20);
  }

  @Test
  void nothing_runs_where_people_keys_and_browsers_are_named_and_all_of_it_is_literal()
      throws Exception {
    try (Browsing browsing = Browsing.start();
        Person reader = browsing.person("ro", Browsing.WIDE);
        Person unprotected = browsing.unprotected("ro")) {
      List<String> breaches = Trap.breaches(reader);
      for (Person each : List.of(reader, unprotected)) {
        List<String> ran = Trap.signedIn(each, host(), MAIL);
        assertThat(shown(each, "company")).contains(Payloads.bare(payloads.get(0)));
        assertThat(shown(each, "home")).contains(Payloads.bare(chunks.get(0)));
        String named = everybody(each);
        assertThat(people).allMatch(name -> named.contains(Payloads.bare(name)));
        String keys = shown(each, "passkeys");
        assertThat(chunks).allMatch(chunk -> keys.contains(Payloads.bare(chunk)));
        String browsers = shown(each, "profile");
        assertThat(browsers).contains(Payloads.bare(chunks.get(2)));
        // A browser that is known by its system goes by that; Android and the like
        assertThat(chunks)
            .filteredOn(chunk -> !browsers.contains(Payloads.bare(chunk)))
            .allMatch(
                chunk ->
                    chunk.matches(
                        "(?s).*(Edg|OPR/|Firefox|Chrome|Safari|Linux|Mac|CrOS|Windows|Android|iP).*"));
        assertThat(ran).isEmpty();
      }
      assertThat(breaches).isEmpty();
    }
  }

  private String everybody(Person reader) {
    StringBuilder named = new StringBuilder(shown(reader, "people"));
    while (reader.page().locator("main a[href*='after=']").count() > 0) {
      reader.submit("main a[href*='after=']");
      named.append(Payloads.bare(reader.page().textContent("main")));
    }
    return named.toString();
  }

  private String shown(Person reader, String page) {
    reader.open("http://" + host() + "/client/" + page);
    return Payloads.bare(reader.page().textContent("body") + values(reader));
  }

  private String host() {
    return "prim.localhost:" + kontor.base().getPort();
  }

  /** What stands in fields. */
  private static String values(Person reader) {
    return String.valueOf(
        reader
            .page()
            .evaluate("[...document.querySelectorAll('input')].map(one => one.value).join(' ')"));
  }

  @Test
  void what_a_browser_calls_itself_and_what_is_said_of_a_transfer_is_text() throws IOException {
    String agent = "<script>zq9()</script> #{7*7} ${7*7} {0} \"'><svg/onload=zq9()>";
    try (Surfer payer = cast.in(mara, mara.mainAdministrator());
        Surfer again = cast.stranger(mara)) {
      Map<String, String> fields = again.get("/client/sign-in").form("form");
      fields.put("form:email", mara.email());
      fields.put("form:password", Cast.PASSWORD);
      again.post(
          "/client/sign-in", fields, Map.of("Sec-Fetch-Site", "same-origin", "User-Agent", agent));
      assertThat(payer.get("/client/profile").text())
          .contains("&lt;script&gt;zq9()&lt;/script&gt; #{7*7} ${7*7} {0}")
          .doesNotContain("<script>zq9()", "<svg/onload");
      payer.fill("/client/pay?amount=", "form", Map.of("form:reference", agent));
      assertThat(payer.get("/client/pay").text())
          .contains("&lt;script&gt;zq9()&lt;/script&gt; #{7*7} ${7*7} {0}")
          .doesNotContain("<script>zq9()", "<svg/onload");
    }
  }
}
