package org.kontor.system.client.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.kontor.system.access.Operations;
import org.kontor.system.base.Api;
import org.kontor.system.base.Kontor;
import org.kontor.system.base.SystemTest;
import org.kontor.system.client.http.Page;
import org.kontor.system.client.http.Surfer;
import org.kontor.system.client.security.Authorisations.Row;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Rest;
import org.kontor.system.story.Vendor;

/** QUALITY S1: walks {@code docs/authorisation.tsv} in the running server, row by row. */
@SystemTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuthorisationIT {

  private static final String SIGN_IN = "/client/sign-in";
  private static final String NOBODYS = "no customer";
  private static final String ACCOUNTANT = "accountant";

  private final Authorisations table = Authorisations.read();
  private final Map<String, Surfer> people = new LinkedHashMap<>();
  private Kontor kontor;
  private Cast cast;
  private Vendor prim;
  private Customer own;
  private Customer foreign;

  @BeforeAll
  void two_customers_and_somebody_of_each_standing(Kontor running) {
    kontor = running;
    cast = new Cast(rest(), kontor.base());
    prim = Book.begin(rest(), "2026-02-01").vendor("prim");
    own = prim.customer("Carpat Textil");
    own.subscribes("start", Map.of());
    foreign = prim.customer("Secret Mill");
    foreign.subscribes("start", Map.of());
    for (String standing : table.standings()) {
      people.put(standing, somebody(standing));
    }
  }

  @AfterAll
  void go() {
    people.values().forEach(Surfer::close);
  }

  private Rest rest() {
    return new Rest(kontor.api());
  }

  private Surfer somebody(String standing) {
    if (standing.equals("MAIN_ADMINISTRATOR")) {
      return cast.in(own, own.mainAdministrator());
    }
    boolean leaves = standing.equals(NOBODYS);
    boolean counts = standing.equals(ACCOUNTANT);
    String role = leaves || counts ? "STAFF" : standing;
    String mail = standing.toLowerCase(java.util.Locale.ROOT).replace(' ', '.');
    long person = own.adds("Person of " + role, mail + "@carpat.example", role);
    String address = "customers/" + own.id() + "/people/" + person;
    if (counts) {
      rest().put(address, Map.of("role", role, "rights", List.of("MONEY"))).ok();
    }
    Surfer in = cast.in(own, person);
    if (leaves) {
      rest().delete(address).ok();
      // Its sessions have ended with it; the password lets it in, to nothing but its own profile
      cast.signIn(in, mail + "@carpat.example", Cast.PASSWORD);
    }
    return in;
  }

  @Test
  void each_page_and_file_opens_for_whom_the_table_says() {
    List<String> wrong = new ArrayList<>();
    Surfer stranger = cast.stranger(own);
    for (Row row : table.read("")) {
      Page shown = stranger.get(row.path());
      boolean sent = shown.header("Location").contains(SIGN_IN);
      if (row.isOpen() ? sent || shown.status() == 403 : !sent) {
        wrong.add(row + " for a stranger: " + shown.status());
      }
      people.forEach(
          (standing, person) -> {
            Page page = person.get(row.path());
            boolean refused = page.status() == 403;
            if (refused != row.of(standing).equals("no")
                || page.status() >= 500
                || page.header("Location").contains(SIGN_IN)) {
              wrong.add(row + " for " + standing + ": " + page.status());
            }
          });
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void each_form_is_taken_from_whom_the_table_says_and_nothing_else_happens() {
    List<String> wrong = new ArrayList<>();
    List<String> before = everything();
    Set<String> tried = new TreeSet<>();
    Map<String, String> states = new HashMap<>();
    people.forEach(
        (standing, person) -> states.put(standing, person.get("/client/profile").state()));
    for (Row row : table.of("action")) {
      if (!tried.add(row.path())) {
        continue;
      }
      // The state of another page of the same person: whether the address is refused comes first
      Map<String, String> sent = new HashMap<>(Map.of("form", "form"));
      Page sentAway = cast.stranger(own).post(row.path(), sent);
      if (!row.isOpen() && !sentAway.header("Location").contains(SIGN_IN)) {
        wrong.add(row + " for a stranger: " + sentAway.status());
      }
      people.forEach(
          (standing, person) -> {
            sent.put("jakarta.faces.ViewState", states.get(standing));
            Page answer = person.post(row.path(), sent);
            boolean refused = answer.status() == 403;
            if (refused != row.of(standing).equals("no")) {
              wrong.add("POST " + row + " for " + standing + ": " + answer.status());
            }
          });
    }
    assertThat(wrong).isEmpty();
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void what_belongs_to_another_customer_is_answered_like_what_does_not_exist() {
    Surfer person = people.get("MAIN_ADMINISTRATOR");
    List<String> wrong = new ArrayList<>();
    Map<String, String> theirs = idsOf(foreign);
    for (Row row : table.read("")) {
      for (String parameter : row.takes()) {
        // A place in the list of one's own: any number is one. Files are told by what is in them
        if (parameter.equals("after")
            || parameter.equals("amount") && row.path().equals("/client/transfer")
            || row.cells().get("needs").equals("EXPORT")) {
          continue;
        }
        theirs.forEach(
            (kind, id) -> {
              Page present = person.get(row.path() + "?" + parameter + "=" + id);
              // As long and with the same beginning, so that it is as good a year or an amount
              String nothing = id.charAt(0) + "9".repeat(id.length() - 1);
              Page absent = person.get(row.path() + "?" + parameter + "=" + nothing);
              if (present.status() != absent.status()
                  || !plain(present).equals(plain(absent))
                  || present.text().contains("Secret Mill")) {
                wrong.add(row.path() + "?" + parameter + "= " + kind + " " + present.status());
              }
            });
      }
    }
    assertThat(wrong).isEmpty();
    String number = foreign.invoices().get(0).path("number").asText();
    String file = "/client/export?list=invoices&as=csv&number=";
    assertThat(person.get(file + number).text().lines()).hasSize(1);
    assertThat(person.get(file).text().lines()).hasSizeGreaterThan(1);
    String invoice = idsOf(own).get("invoice");
    assertThat(person.get("/client/invoice?id=" + invoice).status()).isEqualTo(200);
    assertThat(person.get("/client/invoice?id=" + theirs.get("invoice")).status()).isEqualTo(404);
    assertThat(person.get("/client/document?id=" + theirs.get("invoice")).status()).isEqualTo(404);
  }

  private static String plain(Page page) {
    return page.steady().replaceAll("[\\d.,\\s\u00a0]+", "");
  }

  private Map<String, String> idsOf(Customer customer) {
    Map<String, String> ids = new LinkedHashMap<>();
    ids.put("customer", Long.toString(customer.id()));
    ids.put("person", Long.toString(customer.mainAdministrator()));
    ids.put("invoice", first("invoices?customer=" + customer.id()));
    ids.put("subscription", first("subscriptions?customer=" + customer.id()));
    return ids;
  }

  private String first(String path) {
    return rest().all(path).get(0).path("id").asText();
  }

  @Test
  void a_right_that_is_taken_away_is_gone_at_once() {
    long person = own.adds("Person of ADMINISTRATOR", "dan@carpat.example", "ADMINISTRATOR");
    Surfer dan = cast.in(own, person);
    assertThat(dan.get("/client/invoices").status()).isEqualTo(200);
    String people = "customers/" + own.id() + "/people/" + person;
    rest().put(people, Map.of("role", "STAFF")).ok();
    assertThat(dan.get("/client/invoices").status()).isEqualTo(403);
    assertThat(dan.get("/client/home").status()).isEqualTo(200);
    rest().delete(people).ok();
    assertThat(dan.get("/client/home").header("Location")).contains(SIGN_IN);
    dan.close();
  }

  /** The last one: it moves the clock for all. */
  @Test
  @Order(Integer.MAX_VALUE)
  void while_the_service_is_stopped_each_standing_keeps_what_the_table_leaves_it() {
    prim.until("2026-02-12");
    List<String> wrong = new ArrayList<>();
    people.forEach(
        (standing, person) -> {
          String state = person.get("/client/profile").state();
          for (Row row : table.read("")) {
            String expected = expected(row, standing);
            String answered = answered(person.get(row.path()));
            if (!answered.equals(expected)) {
              wrong.add(row + " for " + standing + ": " + answered + " and not " + expected);
            }
          }
          for (Row row : table.of("action")) {
            Map<String, String> sent = Map.of("form", "form", "jakarta.faces.ViewState", state);
            String answered = answered(person.post(row.path(), sent));
            if (row.of(standing).equals("no") ? answered.equals("open") : answered.equals("403")) {
              wrong.add("POST " + row + " for " + standing + ": " + answered);
            }
          }
        });
    assertThat(wrong).isEmpty();
  }

  /** Who may not pay is shut out of more: a page about using the service leads to what is wrong. */
  private static String expected(Row row, String standing) {
    String needs = row.cells().get("needs");
    if (row.of(standing).equals("no") || needs.equals("EXPORT")) {
      return "403";
    }
    boolean pays = !standing.equals("STAFF");
    return needs.equals("OPEN") || needs.equals("OPEN_OR_PAYER") && !pays
        ? (pays ? "/client/pay" : "/client/access")
        : "open";
  }

  private static String answered(Page page) {
    if (page.status() == 403) {
      return "403";
    }
    String location = page.header("Location").replaceFirst("^https?://[^/]+", "");
    return location.matches("/client/(pay|access)") ? location : "open";
  }

  @Test
  void a_call_of_the_api_wants_its_own_scope_and_takes_no_session() {
    List<String> wrong = new ArrayList<>();
    Map<String, Api> keys = keysWithoutOne();
    Map<String, String> session =
        Map.of("Accept", "application/json", "Content-Type", "application/json");
    for (Row row : table.of("rest")) {
      String verb = row.cells().get("address").replaceFirst(" .*", "");
      String path = row.cells().get("address").substring(verb.length() + 1);
      String call =
          "/api/v1/" + path.replace("{country}/{year}", "RO/2026").replaceAll("\\{\\w+}", "1");
      byte[] body = verb.equals("GET") ? new byte[0] : "{}".getBytes();
      int signedIn = people.get("MAIN_ADMINISTRATOR").send(verb, call, session, body).status();
      if (!row.isOpen() && signedIn != 401) {
        wrong.add(row + " with a session: " + signedIn);
      }
      Api without = keys.get(row.of("API key"));
      if (without != null) {
        int status = without.send(verb, call, verb.equals("GET") ? null : "{}").status();
        if (status != 403) {
          wrong.add(row + " without its scope: " + status);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** By scope, a key that has all others. */
  private Map<String, Api> keysWithoutOne() {
    List<String> scopes =
        table.of("rest").stream()
            .map(row -> row.of("API key"))
            .filter(scope -> !scope.matches("-|admin"))
            .distinct()
            .toList();
    Map<String, Api> keys = new HashMap<>();
    for (String missing : scopes) {
      keys.put(missing, key(scopes.stream().filter(scope -> !scope.equals(missing)).toList()));
    }
    keys.put("admin", key(scopes));
    return keys;
  }

  private Api key(List<String> scopes) {
    JsonNode made =
        rest()
            .post("api-keys", Map.of("name", "matrix " + System.nanoTime(), "scopes", scopes))
            .ok();
    return kontor.api().as(made.path("key").asText());
  }

  @Test
  void the_table_names_each_call_that_the_server_describes() {
    List<String> described =
        Operations.of(kontor.api()).all().stream().map(Object::toString).toList();
    assertThat(table.of("rest").stream().map(Row::toString))
        .containsExactlyInAnyOrderElementsOf(described);
  }

  private List<String> everything() {
    return List.of(
        rest().all("promises?customer=" + own.id()).toString(),
        rest().all("payments?customer=" + own.id()).toString(),
        rest().all("subscriptions?customer=" + own.id()).toString(),
        rest().get("customers/" + own.id() + "/people").ok().toString());
  }
}
