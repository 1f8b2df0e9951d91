package org.kontor.system.client.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.kontor.system.story.Rest;
import org.kontor.system.story.Vendor;

/**
 * Browsers on which the second factor is not asked for, what has them forgotten (QUALITY S14, S15),
 * and what of all that stands in the audit (S17).
 */
@SystemTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RememberedIT {

  private static final String OTHER = "cinci corbi pe creangă";
  private static final String MAIL = "factor@carpat.example";
  private static final String PROFILE = "/client/profile";
  private static final String FIREFOX =
      "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0";

  private Kontor kontor;
  private Cast cast;
  private Customer ana;
  private Customer dacia;
  private long person;
  private Surfer owner;
  private final List<String> recovery = new ArrayList<>();

  @BeforeAll
  void somebody_with_a_second_factor(Kontor running) throws Exception {
    kontor = running;
    cast = new Cast(new Rest(kontor.api()), kontor.base());
    Vendor prim = Book.begin(cast.rest(), "2026-02-01").vendor("prim");
    ana = prim.customer("Carpat Textil");
    ana.subscribes("start", Map.of());
    dacia = prim.customer("Dacia Birotică");
    person = ana.adds("Person of STAFF", MAIL, "STAFF");
    dacia.adds("Person of STAFF", MAIL, "STAFF");
    owner = cast.in(ana, person);
    adds();
  }

  @AfterAll
  void go() {
    owner.close();
  }

  private void adds() {
    Page page = owner.get("/client/authenticator");
    Map<String, String> typed = page.form("form");
    typed.put("form:code", Authenticator.code(Authenticator.secretOn(page)));
    keepCodes(owner.post("/client/authenticator", typed));
  }

  private void keepCodes(Page shown) {
    recovery.clear();
    Matcher code =
        Pattern.compile("<code class=\"k-copy\">([a-z2-7-]+)</code>").matcher(shown.text());
    while (code.find()) {
      recovery.add(code.group(1));
    }
    assertThat(recovery).hasSize(10);
  }

  private Surfer at(String address) {
    return new Surfer(kontor.base(), "prim", address);
  }

  /** Signs in with a recovery code, and has the browser remembered. */
  private Surfer remembered(String from, String password) {
    Surfer browser = at(from);
    assertThat(cast.signIn(browser, MAIL, password).header("Location")).contains("/client/second");
    Map<String, String> fields = browser.get("/client/second").form("form");
    fields.put("form:code", recovery.remove(0));
    fields.put("form:remembered", "on");
    Map<String, String> headers = Map.of("Sec-Fetch-Site", "same-origin", "User-Agent", FIREFOX);
    assertThat(browser.post("/client/second", fields, headers).header("Location"))
        .endsWith("/client/home");
    assertThat(browser.cookies()).containsKey("__Host-device");
    browser.post("/client/sign-out", Map.of());
    assertThat(isAsked(browser, password)).as("remembered").isFalse();
    return browser;
  }

  private boolean isAsked(Surfer browser, String password) {
    boolean asked =
        cast.signIn(browser, MAIL, password).header("Location").contains("/client/second");
    browser.post("/client/sign-out", Map.of());
    return asked;
  }

  @Test
  void the_person_sees_which_browsers_are_remembered_and_has_one_or_all_forgotten()
      throws Exception {
    try (Surfer first = remembered("127.0.4.1", Cast.PASSWORD);
        Surfer second = remembered("127.0.4.2", Cast.PASSWORD)) {
      long before = lastEntry();
      Page profile = owner.get(PROFILE);
      assertThat(profile.text().split("Firefox, Windows</strong>", -1)).hasSize(3);
      // The last used stands first
      press(profile, "known", 0, "done=forgotten");
      assertThat(isAsked(second, Cast.PASSWORD)).isTrue();
      assertThat(isAsked(first, Cast.PASSWORD)).as("the other one").isFalse();
      remembered("127.0.4.3", Cast.PASSWORD).close();
      press(owner.get(PROFILE), "known", 2, "done=forgotten");
      assertThat(isAsked(first, Cast.PASSWORD)).isTrue();
      assertThat(owner.get(PROFILE).text()).doesNotContain("id=\"known\"");
      assertThat(audited(before))
          .containsOnlyOnce("device.forgotten", "device.remembered", "devices.forgotten");
    }
  }

  @Test
  void a_new_password_has_all_browsers_forgotten_however_it_came() {
    try (Surfer browser = remembered("127.0.4.4", Cast.PASSWORD)) {
      changes(Cast.PASSWORD, OTHER);
      assertThat(isAsked(browser, OTHER)).isTrue();
      changes(OTHER, Cast.PASSWORD);
    }
    try (Surfer browser = remembered("127.0.4.5", Cast.PASSWORD);
        Surfer mailed = at("127.0.4.6")) {
      String token = browser.cookies().get("__Host-device");
      mailed.cookies().put("__Host-device", token);
      Page chosen =
          mailed.fill(cast.link(ana, person), "form", Map.of("form:password", Cast.PASSWORD));
      assertThat(chosen.header("Location")).as("a mailbox is no factor").contains("/second");
      assertThat(isAsked(browser, Cast.PASSWORD)).isTrue();
      ownerComesBack();
    }
  }

  private void ownerComesBack() {
    cast.signIn(owner, MAIL, Cast.PASSWORD);
    Page in = owner.fill("/client/second", "form", Map.of("form:code", recovery.remove(0)));
    assertThat(in.header("Location")).endsWith("/client/home");
  }

  private void changes(String present, String wanted) {
    Map<String, String> typed = Map.of("form:present", present, "form:wanted", wanted);
    assertThat(owner.fill(PROFILE, "form", typed).header("Location")).contains("done=password");
  }

  @Test
  void a_second_factor_that_comes_or_goes_has_all_browsers_forgotten() throws Exception {
    try (Surfer browser = remembered("127.0.4.7", Cast.PASSWORD)) {
      long before = lastEntry();
      press(owner.get("/client/authenticator"), "kept", 1, "done=authenticator");
      adds();
      assertThat(isAsked(browser, Cast.PASSWORD)).isTrue();
      Page page = owner.get("/client/authenticator");
      keepCodes(owner.post("/client/authenticator", pressed(page, "kept", 0)));
      assertThat(audited(before))
          .containsExactly(
              "authenticator.removed", "authenticator.added", "recovery-codes.renewed");
    }
  }

  @Test
  void to_go_on_for_another_customer_is_another_token_and_what_ends_or_is_taken_out_is_noted()
      throws Exception {
    try (Surfer main = cast.in(ana, ana.mainAdministrator());
        Surfer thief = at("127.0.4.8")) {
      thief.cookies().putAll(owner.cookies());
      Page goes = owner.post("/client/act-for", Map.of("customer", Long.toString(dacia.id())));
      assertThat(goes.header("Location")).endsWith("/client/home");
      assertThat(owner.get(PROFILE).status()).isEqualTo(200);
      assertThat(thief.get(PROFILE).header("Location")).contains("sign-in");
      owner.post("/client/act-for", Map.of("customer", Long.toString(ana.id())));

      long before = lastEntry();
      Surfer elsewhere = at("127.0.4.9");
      cast.signIn(elsewhere, ana.email(), Cast.PASSWORD);
      press(main, main.get(PROFILE), "sessions", 0, "done=session");
      assertThat(elsewhere.get(PROFILE).header("Location")).contains("sign-in");
      main.get("/client/export?list=invoices&as=csv");
      main.get("/client/export?list=nothing&as=csv");
      main.get("/client/everything");
      main.post("/client/sign-out", Map.of());
      assertThat(audited(before))
          .containsExactly("session.ended", "data.exported", "data.exported", "session.ended");
      elsewhere.close();
    }
  }

  private void press(Page page, String form, int button, String done) {
    press(owner, page, form, button, done);
  }

  private static void press(Surfer who, Page page, String form, int button, String done) {
    String action =
        page.text()
            .replaceFirst(
                "(?s).*<form\\b[^>]*\\bid=\"" + form + "\"[^>]*\\baction=\"([^\"]+)\".*", "$1");
    assertThat(who.post(action, pressed(page, form, button)).header("Location")).endsWith(done);
  }

  /** What a form sends by its n-th button. */
  private static Map<String, String> pressed(Page page, String form, int button) {
    String text = page.text().replaceFirst("(?s).*<form\\b[^>]*\\bid=\"" + form + "\"", "");
    Matcher name = Pattern.compile("<button\\b[^>]*\\bname=\"([^\"]+)\"").matcher(text);
    List<String> names = new ArrayList<>();
    while (name.find() && name.start() < text.indexOf("</form>")) {
      names.add(name.group(1));
    }
    Map<String, String> fields = page.form(form);
    fields.keySet().removeAll(names);
    fields.put(names.get(button), "");
    return fields;
  }

  private long lastEntry() throws SQLException {
    return Long.parseLong(query("select max(seq)::text from audit_entry where seq > ?", 0).get(0));
  }

  /** What the audit says since then of these people and their customer. */
  private List<String> audited(long after) throws SQLException {
    return query(
        "select action from audit_entry where seq > ? and subject in ('person/%d', 'person/%d',"
                .formatted(person, ana.mainAdministrator())
            + " 'customer/%d') order by seq".formatted(ana.id()),
        after);
  }

  private List<String> query(String text, long argument) throws SQLException {
    try (Connection connection = kontor.owner();
        PreparedStatement statement = connection.prepareStatement(text)) {
      statement.setLong(1, argument);
      List<String> found = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(row.getString(1));
        }
      }
      return found;
    }
  }
}
