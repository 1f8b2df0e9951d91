package org.kontor.system.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a customer uses of a vendor's plan. */
public record Subscription(Customer customer, long id) {

  private Rest rest() {
    return customer.vendor().book().rest();
  }

  public JsonNode shown() {
    return rest().get("subscriptions/" + id).ok();
  }

  public String state() {
    return shown().path("state").asText();
  }

  /** Reports that the metric has this value now, or that so much was used now. */
  public Answer uses(String metric, long quantity) {
    Instant now = customer.vendor().book().now();
    return rest().post("usage-facts", fact(metric, metric + "-" + now, now, quantity));
  }

  /** The body of {@code POST /usage-facts}. */
  public Map<String, Object> fact(String metric, String key, Instant at, long quantity) {
    Map<String, Object> body = new HashMap<>();
    body.put("subscriptionId", id);
    body.put("metric", metric);
    body.put("key", key);
    body.put("occurredAt", at.toString());
    body.put("quantity", quantity);
    return body;
  }

  /** Asks for another plan or other quantities. */
  public Answer changesTo(String plan, Map<String, Integer> components) {
    return rest().post("subscriptions/" + id + "/changes", change(plan, components));
  }

  public Answer previewOf(String plan, Map<String, Integer> components) {
    return rest().post("subscriptions/" + id + "/changes/preview", change(plan, components));
  }

  private static Map<String, Object> change(String plan, Map<String, Integer> components) {
    Map<String, Object> body = new HashMap<>();
    if (plan != null) {
      body.put("plan", plan);
    }
    body.put("components", components);
    return body;
  }

  public List<JsonNode> changes() {
    return Rest.items(rest().get("subscriptions/" + id + "/changes").ok());
  }

  public Answer converts() {
    return rest().post("subscriptions/" + id + "/conversion", Map.of());
  }

  public Answer stops(String reason) {
    return rest().post("subscriptions/" + id + "/stop", Map.of("reason", reason));
  }

  public Answer restored() {
    return rest().post("subscriptions/" + id + "/restore", Map.of());
  }

  public Answer cancels() {
    return rest().post("subscriptions/" + id + "/cancellation", Map.of());
  }

  /** Staff allows this customer another limit (S1.18). */
  public Answer mayUse(String limit, long allowed) {
    return rest()
        .put(
            "subscriptions/" + id + "/limits/" + limit,
            Map.of("allowed", allowed, "reason", "agreed with sales"));
  }

  /** What a person of this role may do now. */
  public JsonNode access(String role) {
    return rest().get("access-decisions?subscription=" + id + "&role=" + role).ok();
  }

  /** What will be at a moment to come. */
  public JsonNode accessAt(String role, String at) {
    return rest().get("access-decisions?subscription=" + id + "&role=" + role + "&at=" + at).ok();
  }

  /** What main administrator, administrator and staff may do now, for example {@code FULL}. */
  public List<String> effects() {
    return List.of("MAIN_ADMINISTRATOR", "ADMINISTRATOR", "STAFF").stream()
        .map(role -> access(role).path("effect").asText())
        .toList();
  }

  /** The customer's main administrator takes a promised payment. */
  public Answer promises(int days) {
    return rest().post("promises", promise(days));
  }

  /** The body of {@code POST /promises}. */
  public Map<String, Object> promise(int days) {
    return Map.of("subscriptionId", id, "personId", customer.mainAdministrator(), "days", days);
  }

  /** All cases of debt that it has had. */
  public List<JsonNode> cases() {
    return rest().all("access-cases?subscription=" + id);
  }

  public JsonNode usage(String month) {
    return rest().get("subscriptions/" + id + "/usage?month=" + month).ok();
  }
}
