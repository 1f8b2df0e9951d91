package org.kontor.system.client.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.kontor.system.client.http.Page;
import org.kontor.system.client.http.Surfer;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Rest;

/** People of customers, and how they get in. */
record Cast(Rest rest, URI server) {

  static final String PASSWORD = "patru pisici pe acoperiș";

  Surfer stranger(Customer customer) {
    return new Surfer(server, customer.vendor().code());
  }

  /** Chooses the password by a mailed link, and is in. */
  Surfer in(Customer customer, long person) {
    Surfer surfer = stranger(customer);
    Page in = surfer.fill(link(customer, person), "form", Map.of("form:password", PASSWORD));
    assertThat(in.status()).as(in.text()).isEqualTo(302);
    return surfer;
  }

  /** The address of an invitation, below the host. */
  String link(Customer customer, long person) {
    return customer.invitation(person).replaceFirst("^https?://[^/]+", "");
  }

  /** Somebody who has shown the password, and not yet the second factor. */
  Surfer halfway(Customer customer, String email) {
    try (Surfer first = in(customer, customer.adds("Person of STAFF", email, "STAFF"))) {
      Page page = first.get("/client/authenticator");
      Map<String, String> typed = page.form("form");
      typed.put("form:code", Authenticator.code(Authenticator.secretOn(page)));
      assertThat(first.post("/client/authenticator", typed).text()).contains("k-codes");
    }
    Surfer surfer = stranger(customer);
    assertThat(signIn(surfer, email, PASSWORD).header("Location")).contains("/client/second");
    return surfer;
  }

  Page signIn(Surfer surfer, String email, String password) {
    Map<String, String> typed = new HashMap<>();
    typed.put("form:email", email);
    typed.put("form:password", password);
    return surfer.fill("/client/sign-in", "form", typed);
  }
}
