package org.kontor.system.client.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kontor.system.base.Kontor;
import org.kontor.system.base.SystemTest;
import org.kontor.system.client.http.Page;
import org.kontor.system.client.http.Surfer;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Pack;
import org.kontor.system.story.Rest;
import org.kontor.system.story.Subscription;
import org.kontor.system.story.Vendor;

/**
 * Every form of {@code docs/authorisation.tsv} as its page shows it, sent in ways in which the page
 * does not send it (QUALITY S1, S4). A new page with a form fails until it is shown here.
 */
@SystemTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MisusedFormsIT {

  private static final String STATE = "jakarta.faces.ViewState";
  private static final Pattern FORM =
      Pattern.compile("<form\\b[^>]*\\bid=\"(\\w+)\"[^>]*method=\"post\"");

  /** Parameters that name something of a customer. */
  private static final Set<String> IDS =
      Set.of("id", "service", "person", "invoice", "case", "customer");

  /** Their forms need a mail that was sent, or a deletion that is announced. */
  private static final Set<String> NOT_SHOWN_HERE = Set.of("/client/deletion", "/client/invoice");

  private static final Set<String> OUTSIDE = Set.of("stranger", "invited", "joining", "halfway");

  private final Authorisations table = Authorisations.read();
  private final Map<String, Surfer> people = new LinkedHashMap<>();
  private final Map<String, List<String>> shown = new LinkedHashMap<>();
  private Kontor kontor;
  private Cast cast;
  private Customer foreign;
  private Surfer other;
  private Surfer stranger;

  @BeforeAll
  void a_customer_for_whom_every_form_is_shown(Kontor running) {
    kontor = running;
    cast = new Cast(new Rest(kontor.api()), kontor.base());
    Book book = Book.begin(cast.rest(), "2026-04-20");
    paying(book);
    Vendor intrum = book.vendor("intrum");
    Customer ivan = intrum.customer("Агентство «Ключ»");
    ivan.topsUp("150.00", "RUB", "bank-transfer", "t1").ok();
    ivan.subscribes("crm", Map.of()).uses("headcount", 5).ok();
    Subscription trial = ivan.tries("crm");
    intrum.untilTime("2026-06-03T10:05");
    Vendor prim = book.vendor("prim");
    Customer own = prim.customer("Carpat Textil");
    Subscription start = own.subscribes("start", Map.of());
    Subscription pro = own.subscribes("pro", Map.of());
    pro.changesTo("start", Map.of()).ok();
    long clerk = own.adds("Person of STAFF", "staff@carpat.example", "STAFF");
    foreign = prim.customer("Secret Mill");
    foreign.subscribes("start", Map.of());
    long invited = own.adds("Person of STAFF", "new@carpat.example", "STAFF");
    people.put("main", cast.in(own, own.mainAdministrator()));
    people.put("clerk", cast.in(own, clerk));
    people.put("ivan", cast.in(ivan, ivan.mainAdministrator()));
    other = cast.in(foreign, foreign.mainAdministrator());
    stranger = cast.stranger(own);
    people.put("stranger", stranger);
    shown.put(
        "ivan",
        List.of(
            "/client/promise?days=1", "/client/convert?service=" + trial.id(), "/client/wallet"));
    shown.put("clerk", List.of("/client/access"));
    shown.put("stranger", List.of("/client/sign-in", "/client/forgotten", "/client/register"));
    shown.put(
        "main",
        List.of(
            "/client/service?id=" + pro.id(),
            "/client/plan?to=pro&service=" + start.id(),
            "/client/cancel?service=" + start.id(),
            "/client/person?id=" + invited,
            "/client/person?id=" + clerk + "&ask=withdraw",
            "/client/handover?person=" + clerk,
            "/client/invite",
            "/client/company",
            "/client/closing",
            "/client/profile",
            "/client/authenticator",
            "/client/passkeys",
            "/client/prove",
            "/client/preferences"));
    comingIn(own);
  }

  /** Who has followed a link from a mail, and who has still to show the second factor. */
  private void comingIn(Customer own) {
    people.put("invited", cast.stranger(own));
    long colleague = own.adds("Person of STAFF", "colleague@carpat.example", "STAFF");
    shown.put("invited", List.of(cast.link(own, colleague)));
    people.put("joining", cast.stranger(own));
    String joins =
        cast.rest()
            .post("registrations", Map.of("vendor", "prim", "email", "new@mill.example"))
            .ok()
            .path("link")
            .asText();
    shown.put("joining", List.of(joins.replaceFirst("^https?://[^/]+", "")));
    Surfer halfway = cast.halfway(own, "halfway@carpat.example");
    people.put("halfway", halfway);
    shown.put("halfway", List.of("/client/second"));
  }

  /** Who owes something, where the policy defers for a transfer that is on its way. */
  private void paying(Book book) {
    Vendor deferring =
        book.vendor(
            "prim-paid",
            Pack.bundled("prim")
                .with(
                    "lift: ALL_OVERDUE_PAID",
                    "transferNotice: {days: 2, workingDays: true}\n  lift: ALL_OVERDUE_PAID"));
    Customer owing = deferring.customer("Mara");
    owing.subscribes("start", Map.of());
    deferring.untilTime("2026-06-01T08:00");
    people.put("payer", cast.in(owing, owing.mainAdministrator()));
    shown.put("payer", List.of("/client/pay"));
  }

  @AfterAll
  void go() {
    people.values().forEach(Surfer::close);
    other.close();
  }

  @Test
  void a_form_without_its_own_state_or_sent_in_another_way_is_refused_and_nothing_changes() {
    List<String> wrong = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    Map<String, String> foreignState =
        Map.of(
            "inside", other.get("/client/profile").state(),
            "outside", cast.stranger(foreign).get("/client/sign-in").state());
    Map<String, String> before = Traces.of(kontor);
    shown.forEach(
        (who, addresses) -> {
          Surfer person = people.get(who);
          for (String address : addresses) {
            for (Map<String, String> form : forms(person.get(address))) {
              seen.add(path(address));
              refused(
                      person,
                      address,
                      form,
                      foreignState.get(OUTSIDE.contains(who) ? "outside" : "inside"))
                  .forEach(fault -> wrong.add(who + " " + address + " " + fault));
            }
          }
        });
    assertThat(wrong).isEmpty();
    assertThat(Traces.of(kontor)).isEqualTo(before);
    Set<String> all = new TreeSet<>();
    table.of("action").forEach(row -> all.add(row.path()));
    all.removeAll(seen);
    assertThat(all).as("pages whose forms were not sent").isEqualTo(NOT_SHOWN_HERE);
    // What was refused here is taken when it is sent as the page sends it
    Surfer main = people.get("main");
    String invited = shown.get("main").get(3);
    assertThat(main.post(path(invited), main.get(invited).form("again")).header("Location"))
        .endsWith("done=invited");
    assertThat(Traces.of(kontor)).isNotEqualTo(before);
  }

  private static List<String> refused(
      Surfer person, String address, Map<String, String> form, String foreignState) {
    List<String> wrong = new ArrayList<>();
    Map<String, String> without = new LinkedHashMap<>(form);
    without.remove(STATE);
    Map<String, String> others = new LinkedHashMap<>(form);
    others.put(STATE, foreignState);
    String path = path(address);
    for (Map<String, String> forged : List.of(without, others)) {
      Page answer = person.post(path, forged);
      // The page anew with what was chosen on it; nothing was done
      String query = form.getOrDefault("kontor.query", "");
      String same = path + (query.isEmpty() ? "?" : "?" + query + "&") + "unsent=1";
      boolean anew =
          answer.status() == 302
              ? answer.header("Location").endsWith(same)
              : answer.status() == 200 && forged == without;
      if (!anew) {
        wrong.add("state: " + answer.status() + " " + answer.header("Location"));
      }
    }
    Map<String, Map<String, String>> ways =
        Map.of(
            "403", Map.of("Sec-Fetch-Site", "cross-site"),
            "415", Map.of("Content-Type", "text/plain", "Sec-Fetch-Site", "same-origin"));
    ways.forEach(
        (status, headers) -> {
          int answered = person.post(path, form, headers).status();
          if (answered != Integer.parseInt(status)) {
            wrong.add(headers + ": " + answered);
          }
        });
    int asked = person.get(path + "?" + Surfer.encoded(form)).status();
    if (asked != 405) {
      wrong.add("GET: " + asked);
    }
    return wrong;
  }

  @Test
  void a_form_about_what_belongs_to_another_customer_is_answered_as_about_nothing() {
    List<String> wrong = new ArrayList<>();
    Set<String> found = new TreeSet<>();
    List<String> theirs =
        List.of(
            Long.toString(foreign.mainAdministrator()),
            cast.rest().all("subscriptions?customer=" + foreign.id()).get(0).path("id").asText(),
            foreign.invoices().get(0).path("id").asText());
    Map<String, String> before = Traces.of(kontor);
    for (String who : List.of("main", "ivan")) {
      for (String address : shown.get(who)) {
        for (String name : table.read(path(address)).get(0).takes()) {
          if (IDS.contains(name)) {
            foreign(people.get(who), address, name, theirs, found)
                .forEach(fault -> wrong.add(who + " " + address + " " + fault));
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(Traces.of(kontor)).isEqualTo(before);
    assertThat(found)
        .contains(
            "/client/cancel service 404",
            "/client/convert service 404",
            "/client/plan service 404",
            "/client/service id 404",
            "/client/person id 404",
            "/client/handover person 404");
  }

  private static List<String> foreign(
      Surfer person, String address, String name, List<String> theirs, Set<String> found) {
    List<String> wrong = new ArrayList<>();
    for (Map<String, String> form : forms(person.get(address))) {
      for (String id : theirs) {
        String nothing = id.charAt(0) + "9".repeat(id.length() - 1);
        for (boolean inQuery : new boolean[] {true, false}) {
          Page present = person.follow(about(person, address, form, name, id, inQuery));
          Page absent = person.follow(about(person, address, form, name, nothing, inQuery));
          found.add(path(address) + " " + name + " " + present.status());
          if (present.status() != absent.status()
              || !plain(present).equals(plain(absent))
              || present.text().contains("Secret Mill")) {
            wrong.add(name + "=" + id + ": " + present.status());
          }
        }
      }
    }
    return wrong;
  }

  /** The form with another id: in the query and not in its fields, or the other way round. */
  private static Page about(
      Surfer person,
      String address,
      Map<String, String> form,
      String name,
      String id,
      boolean inQuery) {
    Map<String, String> fields = new LinkedHashMap<>(form);
    fields.keySet().removeAll(IDS);
    // What it would carry along to show the page anew
    fields.computeIfPresent("kontor.query", (key, own) -> name + "=" + id);
    if (!inQuery) {
      fields.put(name, id);
    }
    return person.post(path(address) + (inQuery ? "?" + name + "=" + id : ""), fields);
  }

  private static String plain(Page page) {
    return page.steady().replaceAll("[\\d.,\\s\u00a0]+", "");
  }

  private static String path(String address) {
    return address.replaceFirst("[?].*", "");
  }

  /** What each form of a page sends, but those of the frame: one for each of its buttons. */
  private static List<Map<String, String>> forms(Page page) {
    List<Map<String, String>> forms = new ArrayList<>();
    Matcher form = FORM.matcher(page.text());
    while (form.find()) {
      Map<String, String> fields = page.form(form.group(1));
      if (fields.containsKey(STATE)) {
        forms.add(fields);
      }
    }
    return forms;
  }
}
