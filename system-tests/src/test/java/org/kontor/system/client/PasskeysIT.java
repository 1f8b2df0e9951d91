package org.kontor.system.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.client.Browsing.Person;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Vendor;

/** Passkeys with the browser's own virtual authenticator: real keys, real signatures. */
@SystemTest
class PasskeysIT extends AtThePortal {

  private static final String SEND = "[id='passkey'] button";

  @Test
  void a_passkey_signs_in_without_password_and_code_until_it_is_removed() {
    Vendor prim = Book.begin(rest(), "2026-02-01").vendor("prim");
    Customer ana = prim.customer("Carpat Textil");
    prim.customer("Dacia Birotică");
    try (Person person = stranger("ro", Browsing.WIDE)) {
      CDPSession device = authenticator(person);
      comesIn(person, ana.invitation(ana.mainAdministrator()));
      person.open(address("passkeys"));
      assertThat(person.faults()).isEmpty();
      person.page().fill("[id='passkey:name']", "Telefonul Anei");
      person.submit(SEND);
      assertThat(person.page().url()).endsWith("done=added");
      assertThat(person.page().textContent(".k-list")).contains("Telefonul Anei");
      assertThat(person.faults()).isEmpty();

      signOut(person);
      person.open(address("sign-in?to=/client/invoices"));
      String question = person.page().inputValue("[id='passkey:sealed']");
      person.submit(SEND);
      assertThat(person.page().url()).endsWith("/client/invoices");

      person.open(address("prove?to=/client/passkeys"));
      assertThat(person.faults()).isEmpty();
      person.submit(SEND);
      assertThat(person.page().url()).as("proven once more").endsWith("/client/passkeys");
      person.submit("[id='kept'] button");
      assertThat(person.page().url()).endsWith("done=removed");
      assertThat(person.page().locator(".k-list").count()).isZero();

      signOut(person);
      person.open(address("sign-in"));
      assertThat(person.page().inputValue("[id='passkey:sealed']")).isNotEqualTo(question);
      person.submit(SEND);
      assertThat(person.page().url()).as("a key that was removed").contains("/client/sign-in");
      assertThat(person.page().textContent(".k-errors")).isNotBlank();
      device.detach();
    }
  }

  @Test
  void an_answer_is_good_once_and_for_its_own_question() {
    Vendor prim = Book.begin(rest(), "2026-02-01").vendor("prim");
    Customer ana = prim.customer("Carpat Textil");
    try (Person person = stranger("ro", Browsing.NARROW)) {
      authenticator(person);
      comesIn(person, ana.invitation(ana.mainAdministrator()));
      person.open(address("passkeys"));
      person.page().fill("[id='passkey:name']", "Telefon");
      person.submit(SEND);
      String[] sent = new String[1];
      signOut(person);
      person.open(address("sign-in"));
      person
          .page()
          .onRequest(
              request -> {
                if (request.method().equals("POST")) {
                  sent[0] = request.postData();
                }
              });
      person.submit(SEND);
      assertThat(person.page().url()).endsWith("/client/home");
      String asked = value(sent[0], "passkey%3Asealed");
      String answer = value(sent[0], "passkey%3Aanswer");
      signOut(person);

      person.open(address("sign-in"));
      replay(person, asked, answer);
      assertThat(person.page().url()).as("answered before").contains("/client/sign-in");
      person.open(address("sign-in"));
      replay(person, person.page().inputValue("[id='passkey:sealed']"), answer);
      assertThat(person.page().url()).as("another question").contains("/client/sign-in");
      assertThat(person.page().textContent(".k-errors")).isNotBlank();
    }
  }

  /** Sends the form as somebody would who has overheard an answer. */
  private static void replay(Person person, String asked, String answer) {
    person
        .page()
        .evaluate(
            "([asked, answer]) => {"
                + " document.getElementById('passkey:sealed').value = asked;"
                + " document.getElementById('passkey:answer').value = answer; }",
            new String[] {asked, answer});
    person.submit(SEND);
  }

  private static String value(String form, String name) {
    for (String pair : form.split("&")) {
      if (pair.startsWith(name + "=")) {
        return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
      }
    }
    throw new AssertionError(name + " was not sent: " + form);
  }

  /** A device of the browser that says yes at once. */
  private static CDPSession authenticator(Person person) {
    CDPSession session = person.page().context().newCDPSession(person.page());
    session.send("WebAuthn.enable");
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    JsonObject arguments = new JsonObject();
    arguments.add("options", options);
    session.send("WebAuthn.addVirtualAuthenticator", arguments);
    return session;
  }

  private String address(String page) {
    return address("prim", page);
  }
}
