package org.kontor.system.client.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kontor.system.base.Kontor;
import org.kontor.system.base.SystemTest;
import org.kontor.system.client.http.Page;
import org.kontor.system.client.http.Surfer;
import org.kontor.system.client.security.Authorisations.Row;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Rest;
import org.kontor.system.story.Vendor;

/** Requests that no page of ours sends (QUALITY S3, S4, S5). */
@SystemTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgedRequestsIT {

  private static final String STATE = "jakarta.faces.ViewState";

  private final Authorisations table = Authorisations.read();
  private Kontor kontor;
  private Cast cast;
  private Customer ivan;
  private Surfer person;
  private Surfer other;

  @BeforeAll
  void a_customer_in_debt_and_another_one(Kontor running) {
    kontor = running;
    cast = new Cast(new Rest(kontor.api()), kontor.base());
    Vendor intrum = Book.begin(cast.rest(), "2026-06-01").vendor("intrum");
    ivan = intrum.customer("Агентство «Ключ»");
    ivan.topsUp("150.00", "RUB", "bank-transfer", "t1").ok();
    ivan.subscribes("crm", Map.of()).uses("headcount", 5).ok();
    Customer petr = intrum.customer("Пётр");
    intrum.untilTime("2026-06-03T10:05");
    person = cast.in(ivan, ivan.mainAdministrator());
    other = cast.in(petr, petr.mainAdministrator());
  }

  @AfterAll
  void go() {
    person.close();
    other.close();
  }

  @Test
  void each_form_sent_from_elsewhere_or_in_another_way_is_refused_and_nothing_changes() {
    List<String> wrong = new ArrayList<>();
    String before = everything();
    Set<String> addresses = new TreeSet<>(Set.of("/client/sign-out"));
    table.of("action").forEach(row -> addresses.add(row.path()));
    for (String address : addresses) {
      Map<String, String> fields = new HashMap<>(Map.of("form", "form", STATE, "1:1"));
      for (Map<String, String> from : elsewhere()) {
        int status = person.post(address, fields, from).status();
        if (status != 403) {
          wrong.add(address + " with " + from + ": " + status);
        }
      }
      expect(
          wrong, 415, address, person.post(address, fields, Map.of("Content-Type", "text/plain")));
      expect(
          wrong,
          415,
          address,
          person.post(address, fields, Map.of("Content-Type", "application/json")));
      expect(wrong, 405, address, person.get(address + "?" + Surfer.encoded(fields)));
      for (String verb : List.of("PUT", "DELETE", "PATCH")) {
        expect(wrong, 405, address, person.send(verb, address, Map.of(), new byte[0]));
      }
    }
    assertThat(wrong).isEmpty();
    Map<String, String> plain = Map.of("Content-Type", "text/plain");
    assertThat(person.post("/client/promise", Map.of(), plain).text())
        .contains("Ничего не изменено")
        .doesNotContain("Такой страницы нет");
    assertThat(person.get("/client/home").status()).as("still signed in").isEqualTo(200);
    assertThat(everything()).isEqualTo(before);
  }

  private static List<Map<String, String>> elsewhere() {
    return List.of(
        Map.of("Sec-Fetch-Site", "cross-site"),
        Map.of("Sec-Fetch-Site", "same-site"),
        Map.of("Origin", "https://evil.example"),
        Map.of("Origin", "null"));
  }

  private static void expect(List<String> wrong, int status, String address, Page page) {
    if (page.status() != status) {
      wrong.add(address + ": " + page.status() + " and not " + status);
    }
  }

  @Test
  void a_promise_wants_the_state_of_the_very_page_and_person() {
    Page page = person.get("/client/promise?days=1");
    Map<String, String> right = page.form("form");
    String before = everything();
    Map<String, String> without = new LinkedHashMap<>(right);
    without.remove(STATE);
    person.post("/client/promise?days=1", without);
    Map<String, String> foreign = new LinkedHashMap<>(right);
    foreign.put(STATE, other.get("/client/profile").state());
    Page anew = person.post("/client/promise?days=1", foreign);
    assertThat(anew.status()).isEqualTo(302);
    assertThat(anew.header("Location")).doesNotContain("done=");
    // As the form itself sends it: its address has no query
    assertThat(person.post("/client/promise", foreign).header("Location"))
        .endsWith("/client/promise?days=1&unsent=1");
    Surfer ended = cast.stranger(ivan);
    assertThat(ended.post("/client/promise", right).header("Location"))
        .endsWith("/client/sign-in?to=%2Fclient%2Fpromise%3Fdays%3D1");
    ended.close();
    assertThat(other.post("/client/promise?days=1", right).status()).isNotEqualTo(200);
    assertThat(everything()).isEqualTo(before);
    assertThat(person.post("/client/promise?days=1", right).header("Location"))
        .contains("done=promise");
    assertThat(everything()).isNotEqualTo(before);
  }

  @Test
  void forms_without_their_fields_or_their_nonce_are_answered_and_leave_no_trace_in_the_log()
      throws Exception {
    long before = Files.size(kontor.serverLog());
    List<String> wrong = new ArrayList<>();
    Surfer stranger = cast.stranger(ivan);
    for (String address : List.of("/client/sign-in", "/client/forgotten", "/client/register")) {
      Page page = stranger.get(address);
      if (page.status() != 200) {
        continue;
      }
      Map<String, String> whole = page.form("form");
      for (String field : List.of("form:email", "form:password", "primefaces.nonce")) {
        Map<String, String> without = new LinkedHashMap<>(whole);
        without.replaceAll((name, value) -> name.equals("form:email") ? "a@b.example" : value);
        without.remove(field);
        int status = stranger.post(address, without).status();
        if (status >= 500) {
          wrong.add(address + " without " + field + ": " + status);
        }
      }
    }
    stranger.close();
    assertThat(wrong).isEmpty();
    String log = Files.readString(kontor.serverLog(), StandardCharsets.UTF_8);
    byte[] all = log.getBytes(StandardCharsets.UTF_8);
    assertThat(new String(all, (int) before, all.length - (int) before, StandardCharsets.UTF_8))
        .doesNotContain(" ERROR ", " SEVERE ", "NullPointerException", "\tat ")
        .contains("Not sent by its page: a form to /client/sign-in");
  }

  @Test
  void another_sites_picture_does_not_choose_the_language() {
    Surfer reader = cast.stranger(ivan);
    reader.send(
        "GET", "/client/language?to=es", Map.of("Sec-Fetch-Site", "cross-site"), new byte[0]);
    assertThat(reader.cookies()).doesNotContainKey("__Host-language");
    Page chosen = reader.get("/client/language?to=es&back=//evil.example/");
    assertThat(reader.cookies()).containsEntry("__Host-language", "es");
    assertThat(chosen.header("Location")).endsWith("/client/home").doesNotContain("evil");
    reader.close();
  }

  @Test
  void a_trick_with_the_address_opens_nothing() {
    Surfer stranger = cast.stranger(ivan);
    long staff = ivan.adds("Person of STAFF", "staff@kluch.example", "STAFF");
    Surfer clerk = cast.in(ivan, staff);
    List<String> wrong = new ArrayList<>();
    for (String trick : TRICKS) {
      int status = stranger.get(trick).status();
      if (status == 200 || status >= 500) {
        wrong.add(trick + " for a stranger: " + status);
      }
      status = clerk.get(trick).status();
      if (status == 200 || status >= 500) {
        wrong.add(trick + " for staff: " + status);
      }
    }
    assertThat(wrong).isEmpty();
    stranger.close();
    clerk.close();
  }

  /** Of a page that is not for staff, of templates and of the archive's own files. */
  private static final List<String> TRICKS =
      List.of(
          "/.//WEB-INF/web.xml",
          "/%2e/WEB-INF/web.xml",
          "/web-inf/client.xhtml",
          "/WEB-INF/client.xhtml",
          "/WEB-INF/tags/field.xhtml",
          "/META-INF/MANIFEST.MF",
          "/jakarta.faces.resource/web.xml.xhtml?ln=../WEB-INF",
          "/jakarta.faces.resource/web.xml.xhtml?ln=..%2fWEB-INF",
          "/jakarta.faces.resource/client.xhtml.xhtml?ln=/WEB-INF",
          "/client/wallet;x",
          "/client/wallet;jsessionid=1",
          "//client/wallet",
          "/client//wallet",
          "/client/./wallet",
          "/client/%2e/wallet",
          "/client/home/../wallet",
          "/client/sign-in;/../wallet",
          "/client/sign-in/../wallet",
          "/client/sign-in%2f..%2fwallet",
          "/client/sign-in%2f%2e%2e%2fwallet",
          "/client/sign-in%5c..%5cwallet",
          "/client;x/wallet",
          "/;/client/wallet",
          "/CLIENT/wallet",
          "/client/WALLET",
          "/%63lient/wallet",
          "/client%2fwallet",
          "/client/wallet.xhtml",
          "/client/wallet.XHTML",
          "/client/wallet.xhtml/",
          "/client/wallet.xhtml;x",
          "/client/wallet/",
          "/client/wallet/x",
          "/client/wallet%00",
          "/client/wallet%20",
          "/client/wallet%3bx",
          "/client/wallet.jsf",
          "/faces/client/wallet.xhtml",
          "/client/..;/client/wallet",
          "/client/sign-in/..;/wallet",
          "/error/../client/wallet");

  @Test
  void each_answer_carries_the_headers_that_keep_browsers_in_check() {
    List<String> wrong = new ArrayList<>();
    List<String> addresses =
        new ArrayList<>(
            List.of(
                "/",
                "/nowhere",
                "/client",
                "/client/nowhere",
                "/error",
                "/api/v1/clock",
                "/resources/kontor/mark.svg"));
    table.read("").stream().map(Row::path).forEach(addresses::add);
    for (Surfer surfer : List.of(cast.stranger(ivan), person)) {
      for (String address : addresses) {
        wrong.addAll(faults(address, surfer.get(address)));
      }
    }
    assertThat(wrong).isEmpty();
    Page unknown =
        person.send("GET", "/client/sign-in", Map.of("Host", "evil.example"), new byte[0]);
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.header("Location")).isEmpty();
    assertThat(person.get("/client/home").header("Cache-Control")).contains("no-store");
    assertThat(person.get("/client/nowhere").text())
        .doesNotContain("WildFly", "Exception", "at org");
  }

  private static List<String> faults(String address, Page page) {
    List<String> faults = new ArrayList<>();
    Map<String, String> wanted = new LinkedHashMap<>();
    wanted.put("X-Content-Type-Options", "nosniff");
    wanted.put("Referrer-Policy", "(no-referrer|same-origin)");
    wanted.put("Content-Security-Policy", ".*frame-ancestors 'none'.*");
    if (!address.startsWith("/api/")) {
      wanted.put("Cross-Origin-Opener-Policy", "same-origin");
      wanted.put(
          "Content-Security-Policy",
          "(?=.*base-uri 'none')(?=.*object-src 'none')(?=.*form-action 'self').*frame-ancestors"
              + " 'none'.*");
    }
    wanted.forEach(
        (name, value) -> {
          boolean leadsOn = page.status() / 100 == 3 && name.startsWith("Content");
          if (!leadsOn && !page.header(name).matches(value)) {
            faults.add(address + " (" + page.status() + ") " + name + ": " + page.header(name));
          }
        });
    String scripts = page.header("Content-Security-Policy").replaceFirst("^.*script-src", "");
    if (scripts.contains("unsafe") || scripts.contains("*") || scripts.contains("http")) {
      faults.add(address + " lets scripts in: " + scripts);
    }
    boolean kept =
        address.matches("/resources/.*|.*(brand[.]css|logo[.]png)") && page.status() == 200;
    if (page.header("Cache-Control").contains("no-store") == kept) {
      faults.add(address + " (" + page.status() + ") is kept: " + page.header("Cache-Control"));
    }
    if (page.headers().containsKey("X-Powered-By") || page.headers().containsKey("Server")) {
      faults.add(address + " says what serves it");
    }
    return faults;
  }

  @Test
  void what_is_typed_reaches_neither_headers_nor_the_log() throws Exception {
    Page sent = person.get("/client/sign-in?to=/client/home%0d%0aSet-Cookie:%20evil=1");
    assertThat(sent.headers()).doesNotContainKey("evil");
    assertThat(person.cookies()).doesNotContainKey("evil");
    Surfer stranger = cast.stranger(ivan);
    String forged = "2026-01-01 SEVERE forged-line-of-the-log";
    stranger.send(
        "GET",
        "/client/nowhere?x=%0a" + forged.replace(" ", "%20"),
        Map.of("User-Agent", "a " + forged, "X-Request-Id", forged),
        new byte[0]);
    cast.signIn(stranger, "x%0a\n" + forged + "@evil.example", "wrong\n" + forged);
    stranger.close();
    assertThat(Files.readString(kontor.serverLog(), StandardCharsets.UTF_8).lines())
        .noneMatch(line -> line.startsWith("2026-01-01 SEVERE forged"));
  }

  private String everything() {
    Rest rest = cast.rest();
    return rest.all("promises?customer=" + ivan.id())
        + rest.get("customers/" + ivan.id() + "/people").ok().toString()
        + rest.all("subscriptions?customer=" + ivan.id());
  }
}
