package org.kontor.system.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A customer of a vendor: what it does, and what it is shown. */
public record Customer(Vendor vendor, long id) {

  private Rest rest() {
    return vendor.book().rest();
  }

  /** Subscribes as a paying customer from today on. */
  public Subscription subscribes(String plan, Map<String, Integer> components) {
    return subscription(
        rest().post("subscriptions", subscriptionRequest(plan, false, components)).ok());
  }

  /** Begins a trial today. */
  public Subscription tries(String plan) {
    return subscription(
        rest().post("subscriptions", subscriptionRequest(plan, true, Map.of())).ok());
  }

  /** The body of {@code POST /subscriptions}. */
  public Map<String, Object> subscriptionRequest(
      String plan, boolean trial, Map<String, Integer> components) {
    Map<String, Object> body = new HashMap<>();
    body.put("customerId", id);
    body.put("plan", plan);
    body.put("trial", trial);
    body.put("components", components);
    return body;
  }

  private Subscription subscription(JsonNode created) {
    return new Subscription(this, created.path("id").asLong());
  }

  /** Orders one piece of a product; gives the invoice. */
  public JsonNode orders(String... products) {
    List<Map<String, Object>> lines =
        List.of(products).stream()
            .map(product -> Map.<String, Object>of("product", product, "quantity", 1))
            .toList();
    JsonNode answer = rest().post("orders", Map.of("customerId", id, "lines", lines)).ok();
    JsonNode invoice = answer.has("invoice") ? answer.path("invoice") : answer;
    return rest().get("invoices/" + invoice.path("id").asLong()).ok();
  }

  public List<JsonNode> products() {
    JsonNode answer = rest().get("customers/" + id + "/products").ok();
    return Rest.items(answer);
  }

  /** Pays what falls due first. */
  public Answer pays(String amount, String currency, String method, String externalKey) {
    return rest().post("payments", payment("PAYMENT", amount, currency, method, externalKey));
  }

  /** Tops the balance up. */
  public Answer topsUp(String amount, String currency, String method, String externalKey) {
    return rest().post("payments", payment("TOP_UP", amount, currency, method, externalKey));
  }

  /** The body of {@code POST /payments}. */
  public Map<String, Object> payment(
      String kind, String amount, String currency, String method, String externalKey) {
    Map<String, Object> body = new HashMap<>();
    body.put("customerId", id);
    body.put("kind", kind);
    body.put("method", method);
    body.put("externalKey", externalKey);
    body.put("amount", amount);
    body.put("currency", currency);
    return body;
  }

  public List<JsonNode> payments() {
    return rest().all("payments?customer=" + id);
  }

  /** The id of the main administrator. */
  public long mainAdministrator() {
    for (JsonNode person : Rest.items(rest().get("customers/" + id + "/people").ok())) {
      if (person.path("role").asText().equals("MAIN_ADMINISTRATOR")) {
        return person.path("id").asLong();
      }
    }
    throw new AssertionError("no main administrator");
  }

  public String email() {
    return rest().get("customers/" + id).ok().path("email").asText();
  }

  /** Adds a person; gives its id. */
  public long adds(String name, String email, String role) {
    Map<String, Object> person = Map.of("name", name, "email", email, "role", role);
    return rest().post("customers/" + id + "/people", person).ok().path("id").asLong();
  }

  /** Invites a person anew; gives the link of the invitation. */
  public String invitation(long person) {
    String people = "customers/" + id + "/people/" + person;
    return rest().post(people + "/invitations", Map.of()).ok().path("link").asText();
  }

  public JsonNode wallet() {
    return rest().get("customers/" + id + "/wallet").ok();
  }

  public BigDecimal balance() {
    return Answer.decimal(wallet().path("balance"));
  }

  /** All movements of the balance, newest first as the journal shows them. */
  public List<JsonNode> movements() {
    return rest().all("customers/" + id + "/movements");
  }

  /** Invoices and credit notes in the order of issue, in full. */
  public List<JsonNode> invoices() {
    return rest().all("invoices?customer=" + id).stream()
        .map(summary -> rest().get("invoices/" + summary.path("id").asLong()).ok())
        .sorted(
            Comparator.comparing((JsonNode invoice) -> invoice.path("issueDate").asText())
                .thenComparing(invoice -> invoice.path("number").asText()))
        .toList();
  }

  /** The only document issued that day. */
  public JsonNode invoiceOf(String issueDate) {
    List<JsonNode> found =
        invoices().stream()
            .filter(invoice -> invoice.path("issueDate").asText().equals(issueDate))
            .toList();
    if (found.size() != 1) {
      throw new AssertionError("one invoice of " + issueDate + " expected: " + found);
    }
    return found.get(0);
  }

  /** All charges, by day and item. */
  public List<JsonNode> charges() {
    return rest().all("charges?customer=" + id).stream()
        .sorted(
            Comparator.comparing((JsonNode charge) -> charge.path("businessDate").asText())
                .thenComparing(charge -> charge.path("itemCode").asText()))
        .toList();
  }

  /** The sum charged for one day. */
  public BigDecimal chargedOn(String day) {
    LocalDate date = LocalDate.parse(day);
    return charges().stream()
        .filter(charge -> LocalDate.parse(charge.path("businessDate").asText()).equals(date))
        .map(charge -> Answer.decimal(charge.path("amount")))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The sum of all charges. */
  public BigDecimal charged() {
    return charges().stream()
        .map(charge -> Answer.decimal(charge.path("amount")))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
