package org.kontor.system.client.security;

import java.util.ArrayList;
import java.util.List;
import org.kontor.system.client.Browsing.Person;

/** A browser in which it is noticed when a text of {@code payloads.txt} runs. */
final class Trap {

  private Trap() {}

  /** Signs in; what runs from now on is added to what is answered. */
  static List<String> signedIn(Person reader, String host, String mail) {
    List<String> ran = new ArrayList<>();
    reader.open("http://" + host + "/client/sign-in");
    reader.page().fill("input[type=email]", mail);
    reader.page().fill("input[type=password]", Cast.PASSWORD);
    reader.submit("button.k-primary");
    reader.page().exposeFunction("zq9", arguments -> ran.add(reader.page().url()));
    reader.page().onDialog(dialog -> ran.add(dialog.message()));
    return ran;
  }

  /** What pages do from now on that their policy forbids, with the address of each. */
  static List<String> breaches(Person reader) {
    List<String> breaches = new ArrayList<>();
    reader
        .page()
        .onConsoleMessage(
            message -> {
              if (message.text().contains("Content Security Policy")) {
                breaches.add(reader.page().url() + " " + message.text());
              }
            });
    return breaches;
  }
}
