package org.kontor.system.retention;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.kontor.system.rig.Database;
import org.kontor.system.story.Answer;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Rest;
import org.kontor.system.story.Subscription;

/** What becomes of a subscription that comes to its end, as staff see it. */
record Ends(Rest rest, Subscription subscription) {

  /** All cases of the customer, oldest first. */
  List<JsonNode> cases() {
    return rest.all("retention/cases?customer=" + subscription.customer().id());
  }

  JsonNode last() {
    List<JsonNode> all = cases();
    return all.isEmpty() ? null : shown(all.get(all.size() - 1).path("id").asLong());
  }

  JsonNode shown(long id) {
    return rest.get("retention/cases/" + id).ok();
  }

  long id() {
    return last().path("id").asLong();
  }

  String state() {
    JsonNode last = last();
    return last == null ? "" : last.path("state").asText();
  }

  Answer asks(String what, Map<String, ?> body) {
    return rest.post("retention/cases/" + id() + "/" + what, body);
  }

  List<JsonNode> certificates() {
    return Rest.items(rest.get("retention/cases/" + id() + "/certificates").ok());
  }

  /** Somebody logged in to the vendor's application. */
  static void login(Database database, Subscription subscription, String at) {
    database.change(
        "insert into subscription_login (subscription_id, customer_id, last_at)"
            + " values (?, ?, ?::timestamptz) on conflict (subscription_id)"
            + " do update set last_at = excluded.last_at",
        subscription.id(),
        subscription.customer().id(),
        at);
  }

  /** An organisation with a file, and evidence of use. */
  static void data(Customer customer, Subscription subscription, Rest rest) {
    rest.put(
            "customers/" + customer.id() + "/crm-accounts/one",
            Map.of("name", "One", "kinds", List.of("CLIENT"), "hasFile", true))
        .ok();
    rest.put(
            "customers/" + customer.id() + "/crm-accounts/two",
            Map.of("name", "Two", "kinds", List.of("BANK"), "hasFile", true))
        .ok();
  }

  /** Rows of the tenant's data that are left. */
  static long rows(Database database, Customer customer) {
    return database.number(
        "select (select count(*) from crm_account where customer_id = ?)"
            + " + (select count(*) from usage_fact where customer_id = ?)"
            + " + (select count(*) from membership where customer_id = ?)",
        customer.id(),
        customer.id(),
        customer.id());
  }
}
