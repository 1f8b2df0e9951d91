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

  /** Adds a person to a customer; gives its id. */
  long person(Customer customer, String role, String email) {
    return rest.post(
            "customers/" + customer.id() + "/people",
            Map.of("name", "Person of " + role, "email", email, "role", role))
        .ok()
        .path("id")
        .asLong();
  }

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
    String people = "customers/" + customer.id() + "/people/" + person;
    String link = rest.post(people + "/invitations", Map.of()).ok().path("link").asText();
    return link.replaceFirst("^https?://[^/]+", "");
  }

  Page signIn(Surfer surfer, String email, String password) {
    Map<String, String> typed = new HashMap<>();
    typed.put("form:email", email);
    typed.put("form:password", password);
    return surfer.fill("/client/sign-in", "form", typed);
  }

  String email(Customer customer) {
    return rest.get("customers/" + customer.id()).ok().path("email").asText();
  }
}
