package org.kontor.system.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.kontor.system.base.Api;
import org.kontor.system.base.SystemTest;
import org.kontor.system.rig.Database;
import org.kontor.system.story.Answer;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Pack;
import org.kontor.system.story.Rest;
import org.kontor.system.story.Story;
import org.kontor.system.story.Subscription;
import org.kontor.system.story.Vendor;

/**
 * What must not be taken: each gets a problem with a stable code, the place and a way to mend it,
 * and leaves no row behind.
 */
@SystemTest
class BadInputIT extends Story {

  /** Traffic, not business: a refused call may leave a trace there; books are audited by night. */
  private static final Set<String> TRACES = Set.of("idempotency", "audit_entry", "book_audit");

  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

  private final List<Case> cases = new ArrayList<>();
  private Vendor prim;
  private Customer customer;
  private Subscription crm;
  private Subscription pro;
  private Customer ivan;
  private String narrowKey;
  private String foreignKey;

  private record Case(String name, int status, String code, boolean field, Supplier<Answer> call) {}

  @TestFactory
  Stream<DynamicTest> each_is_refused_with_a_mend_and_writes_nothing() {
    lay();
    customers();
    subscriptions();
    usage();
    money();
    policies();
    bodies();
    access();
    return cases.stream().map(one -> DynamicTest.dynamicTest(one.name(), () -> run(one)));
  }

  private void run(Case one) {
    try (Database database = database()) {
      Map<String, Long> before = counts(database);
      Answer answer = one.call().get();
      assertThat(answer.code()).as(answer.text()).isEqualTo(one.code());
      assertThat(answer.status()).as(answer.text()).isEqualTo(one.status());
      JsonNode problem = answer.body();
      assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
      assertThat(problem.path("mend").asText()).as(answer.text()).isNotBlank();
      assertThat(problem.path("title").asText()).as(answer.text()).isNotBlank();
      assertThat(problem.path("detail").asText()).as(answer.text()).isNotBlank();
      if (one.field()) {
        assertThat(problem.path("field").asText()).as(answer.text()).isNotBlank();
      }
      assertThat(answer.text())
          .doesNotContain("Exception", "\tat ", "org.kontor.", "SQL", "jakarta", "eclipse");
      assertThat(counts(database)).as("rows of each table").isEqualTo(before);
    }
  }

  private static Map<String, Long> counts(Database database) {
    Map<String, Long> counts = database.counts();
    counts.keySet().removeAll(TRACES);
    return counts;
  }

  private void lay() {
    Book book = Book.begin(rest(), "2026-03-01");
    prim = book.vendor("prim");
    Vendor intrum = book.vendor("intrum");
    customer = prim.customer("Good");
    pro = customer.subscribes("pro", Map.of());
    pro.uses("crm-accounts", 5).ok();
    ivan = intrum.customer("Ivan");
    crm = ivan.subscribes("crm", Map.of());
    crm.uses("headcount", 5).ok();
    intrum.untilTime("2026-03-05T12:00");
    long run = System.nanoTime();
    narrowKey = key("narrow " + run, null, "read");
    foreignKey = key("foreign " + run, "intrum", "read", "customers:write", "subscriptions:write");
    Map<String, String> keyed = new HashMap<>(JSON);
    keyed.put("Idempotency-Key", "used");
    rest().call("POST", "payments", payment("10.00", "RON", "keyed"), keyed).ok();
  }

  private String key(String name, String vendor, String... scopes) {
    Map<String, Object> body = new HashMap<>();
    body.put("name", name);
    body.put("vendor", vendor);
    body.put("scopes", List.of(scopes));
    return rest().post("api-keys", body).ok().path("key").asText();
  }

  private void customers() {
    Map<String, Object> unknownVendor = prim.request("New");
    unknownVendor.put("vendor", "nobody");
    refused("unknown vendor", 422, "UNKNOWN_VENDOR", () -> rest().post("customers", unknownVendor));
    Map<String, Object> nameless = prim.request("New");
    nameless.remove("name");
    refused(
        "customer without name", 422, "MISSING_VALUE", () -> rest().post("customers", nameless));
    Map<String, Object> nowhere = prim.request("New");
    nowhere.put(
        "address",
        Map.of("line", "x", "city", "x", "postCode", "1", "subdivision", "", "country", "Narnia"));
    refused("country unknown", 422, "INVALID_VALUE", () -> rest().post("customers", nowhere));
    refused(
        "customer twice",
        409,
        "ALREADY_EXISTS",
        () -> rest().post("customers", prim.request("Good")));
    Map<String, Object> change = prim.request("Good");
    List.of("vendor", "reference", "mainAdministrator").forEach(change::remove);
    Map<String, String> stale = new HashMap<>(JSON);
    stale.put("If-Match", "\"999\"");
    refused(
        "customer changed by somebody else",
        409,
        "CONCURRENT_CHANGE",
        false,
        () -> rest().call("PUT", "customers/" + customer.id(), json(change), stale));
    refused("no such customer", 404, "NOT_FOUND", false, () -> rest().get("customers/1"));
  }

  private void subscriptions() {
    refused(
        "limit beyond counting",
        422,
        "INVALID_VALUE",
        () ->
            rest()
                .put(
                    "subscriptions/" + pro.id() + "/limits/crm-accounts",
                    Map.of("allowed", Long.MAX_VALUE, "reason", "much")));
    refused(
        "unknown plan",
        422,
        "UNKNOWN_PLAN",
        () -> rest().post("subscriptions", customer.subscriptionRequest("gold", false, Map.of())));
    refused(
        "plan of another vendor",
        422,
        "UNKNOWN_PLAN",
        () -> rest().post("subscriptions", customer.subscriptionRequest("crm", false, Map.of())));
    refused(
        "unknown component",
        422,
        "UNKNOWN_COMPONENT",
        () ->
            rest()
                .post("subscriptions", customer.subscriptionRequest("pro", false, Map.of("x", 1))));
    Customer nobody = new Customer(prim, 1);
    refused(
        "subscription of an unknown customer",
        422,
        "UNKNOWN_CUSTOMER",
        () -> rest().post("subscriptions", nobody.subscriptionRequest("pro", false, Map.of())));
    refused(
        "quantity below nothing",
        422,
        "INVALID_VALUE",
        () -> pro.changesTo(null, Map.of("ecommerce-platforms", -1)));
    refused(
        "quantity beyond sense",
        422,
        "ABSURD_QUANTITY",
        () -> pro.changesTo(null, Map.of("ecommerce-platforms", 2_000_000_000)));
    refused("limit unknown", 422, "UNKNOWN_LIMIT", () -> pro.mayUse("moons", 5));
  }

  private void usage() {
    Instant today = Instant.parse("2026-03-05T08:00:00Z");
    Instant closed = Instant.parse("2026-03-02T08:00:00Z");
    fact("usage for a closed day", 409, "DAY_CLOSED", crm.fact("headcount", "k1", closed, 7));
    fact("negative usage", 422, "INVALID_VALUE", crm.fact("sms", "k2", today, -5));
    fact("absurd usage", 422, "ABSURD_QUANTITY", crm.fact("sms", "k3", today, 1L << 60));
    fact("unknown metric", 422, "UNKNOWN_METRIC", crm.fact("moons", "k4", today, 1));
    fact(
        "usage before the book",
        422,
        "BEFORE_BOOK",
        crm.fact("sms", "k5", Instant.parse("2025-12-31T08:00:00Z"), 1));
    fact(
        "usage of tomorrow",
        422,
        "IN_THE_FUTURE",
        crm.fact("sms", "k6", Instant.parse("2026-03-07T08:00:00Z"), 1));
    Map<String, Object> once = crm.fact("sms", "k7", today, 3);
    rest().post("usage-facts", once).ok();
    fact(
        "the same fact with another figure",
        422,
        "IDEMPOTENCY_KEY_REUSED",
        crm.fact("sms", "k7", today, 4));
  }

  private void fact(String name, int status, String code, Map<String, Object> fact) {
    refused(name, status, code, () -> rest().post("usage-facts", fact));
  }

  private void money() {
    refused("wrong currency", 422, "WRONG_CURRENCY", () -> pay(payment("10.00", "GBP", "m1")));
    refused("negative payment", 422, "INVALID_VALUE", () -> pay(payment("-10.00", "RON", "m2")));
    refused("payment of nothing", 422, "INVALID_VALUE", () -> pay(payment("0.00", "RON", "m3")));
    refused("a third of a ban", 422, "INVALID_VALUE", () -> pay(payment("0.333", "RON", "m4")));
    refused("unknown method", 422, "INVALID_VALUE", () -> pay(body("cowries", "2026-03-05", "m5")));
    refused(
        "value date before the book",
        422,
        "BEFORE_BOOK",
        () -> pay(body("bank-transfer", "2026-02-01", "m6")));
    refused(
        "the same payment with another amount",
        422,
        "IDEMPOTENCY_KEY_REUSED",
        () -> pay(payment("11.00", "RON", "keyed")));
    refused(
        "order of a product that is not sold",
        422,
        "UNKNOWN_PRODUCT",
        () -> rest().post("orders", order("philosopher-stone", 1)));
    refused(
        "order of less than nothing",
        422,
        "INVALID_VALUE",
        () -> rest().post("orders", order("onboarding", -3)));
    refused(
        "rate of zero",
        422,
        "INVALID_VALUE",
        () -> rest().put("exchange-rates/NBU/2026-03-01/USD/UAH", Map.of("rate", "0")));
    refused(
        "run of a day that is not over",
        422,
        "IN_THE_FUTURE",
        () -> rest().post("runs", run("DAILY", "2026-03-06")));
    refused(
        "monthly run on the second",
        422,
        "INVALID_VALUE",
        () -> rest().post("runs", run("MONTHLY", "2026-03-02")));
    refused(
        "clock backwards",
        422,
        "CLOCK_BACKWARDS",
        () -> rest().post("clock/advance", Map.of("to", "2026-03-01T00:00:00Z")));
  }

  private Answer pay(Object body) {
    return rest().post("payments", body);
  }

  private String payment(String amount, String currency, String key) {
    return json(customer.payment("PAYMENT", amount, currency, "bank-transfer", key));
  }

  private String body(String method, String valueDate, String key) {
    Map<String, Object> body = customer.payment("PAYMENT", "10.00", "RON", method, key);
    body.put("valueDate", valueDate);
    return json(body);
  }

  private Map<String, Object> order(String product, int quantity) {
    return Map.of(
        "customerId",
        customer.id(),
        "lines",
        List.of(Map.of("product", product, "quantity", quantity)));
  }

  private static Map<String, Object> run(String kind, String date) {
    String vendor = kind.equals("DAILY") ? "intrum" : "prim";
    return Map.of("vendor", vendor, "kind", kind, "date", date, "dry", false);
  }

  private void policies() {
    Pack pack = Pack.bundled("prim");
    pack("pack without seller", pack.source().replace("seller:", "sailor:"));
    pack("pack that is no YAML", "code: [");
    pack("pack with a negative fee", pack.with("fee: 249.00", "fee: -249.00").source());
    pack("pack with an unknown zone", pack.with("Europe/Bucharest", "Europe/Atlantis").source());
    String closed = Pack.bundled("intrum").with("{name: \"101+\", fee: 49990.00}", "").source();
    pack("price list with a last tier that ends", closed.replaceAll("(?m)^ *- *$", ""));
    refused(
        "the same version again with other content",
        409,
        "POLICY_VERSION_EXISTS",
        () -> upload("prim", pack.with("fee: 249.00", "fee: 250.00").source()));
  }

  private void pack(String name, String source) {
    refused(name, 422, "POLICY_INVALID", false, () -> upload("broken", source));
  }

  private Answer upload(String as, String source) {
    Map<String, String> yaml = Map.of("Content-Type", "application/yaml");
    return rest().call("POST", "policy-packs?as=" + as, source, yaml);
  }

  private void bodies() {
    refused("empty filter", 422, "INVALID_VALUE", () -> rest().get("invoices?customer="));
    String good = payment("10.00", "RON", "b1");
    refused(
        "unknown field",
        422,
        "UNKNOWN_FIELD",
        () -> pay(good.substring(0, good.length() - 1) + ",\"amuont\":\"1.00\"}"));
    refused("malformed JSON", 400, "MALFORMED_BODY", false, () -> pay("{\"customerId\": "));
    refused("no body", 400, "MALFORMED_BODY", false, () -> pay(""));
    refused(
        "wrong content type",
        415,
        "UNSUPPORTED_MEDIA_TYPE",
        false,
        () -> rest().call("POST", "payments", good, Map.of("Content-Type", "text/plain")));
    refused("wrong method", 405, "METHOD_NOT_ALLOWED", false, () -> rest().delete("payments"));
    refused("no such resource", 404, "NOT_FOUND", false, () -> rest().get("moons"));
    Map<String, String> keyed = new HashMap<>(JSON);
    keyed.put("Idempotency-Key", "used");
    refused(
        "same idempotency key with another body",
        422,
        "IDEMPOTENCY_KEY_REUSED",
        () -> rest().call("POST", "payments", payment("12.00", "RON", "b2"), keyed));
    refused("absurd page", 422, "INVALID_VALUE", () -> rest().get("customers?limit=100000"));
  }

  private void access() {
    Rest nobody = rest().with("");
    refused("no key", 401, "UNAUTHENTICATED", false, () -> nobody.get("customers"));
    Rest stranger = rest().with("kontor_nobody-made-this-key-0000000000000000");
    refused("unknown key", 401, "UNAUTHENTICATED", false, () -> stranger.get("customers"));
    Rest narrow = rest().with(narrowKey);
    refused(
        "missing scope",
        403,
        "FORBIDDEN",
        false,
        () -> narrow.post("payments", payment("10.00", "RON", "a1")));
    refused(
        "clock without admin",
        403,
        "FORBIDDEN",
        false,
        () -> narrow.post("clock/advance", Map.of("days", 1)));
    Rest foreign = rest().with(foreignKey);
    List.of(
            "customers/" + customer.id(),
            "customers/" + customer.id() + "/wallet",
            "subscriptions/" + pro.id())
        .forEach(
            path ->
                refused(
                    "foreign vendor's key on " + path.replaceAll("\\d+", "…"),
                    404,
                    "NOT_FOUND",
                    false,
                    () -> foreign.get(path)));
    refused(
        "foreign vendor's key opens a customer",
        422,
        "UNKNOWN_VENDOR",
        () -> foreign.post("customers", prim.request("Smuggled")));
  }

  private static String json(Object body) {
    return Api.JSON.valueToTree(body).toString();
  }

  private void refused(String name, int status, String code, Supplier<Answer> call) {
    refused(name, status, code, true, call);
  }

  private void refused(String name, int status, String code, boolean field, Supplier<Answer> call) {
    cases.add(new Case(name, status, code, field, call));
  }
}
