package org.kontor.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.kontor.system.access.Operations.Operation;
import org.kontor.system.base.Api;
import org.kontor.system.base.SystemTest;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Pack;
import org.kontor.system.story.Rest;
import org.kontor.system.story.Subscription;

/**
 * QUALITY S1 for programs: for each operation that the server describes, nobody without a key gets
 * in, and a key of one vendor cannot tell what belongs to another from what does not exist.
 */
@SystemTest
class VendorWallIT {

  /** Who may be anonymous is listed here, and nowhere else. */
  private static final Set<String> OPEN =
      Set.of("GET policy-packs/schema", "GET access-keys", "POST statement-checks");

  /** They ask about no thing of a vendor, or refuse all but admin. */
  private static final Set<String> OF_NOBODY =
      Set.of(
          "POST book/empty",
          "POST clock/advance",
          "GET policy-packs/schema",
          "GET access-keys",
          "POST statement-checks");

  private static final String NAME = "Secret Mill of Cluj";

  private Api admin;
  private Api foreign;
  private Operations operations;
  private final Map<String, String> theirs = new HashMap<>();
  private final Map<String, String> nothings = new HashMap<>();

  @BeforeEach
  void two_vendors_and_a_key_of_the_other_one(Api api) {
    admin = api;
    operations = Operations.of(api);
    Book book = Book.begin(new Rest(api), "2026-03-01");
    Customer mill = book.vendor("prim", Pack.trusting("prim")).customer(NAME);
    Subscription subscription = mill.subscribes("start", Map.of());
    book.vendor("kabinet");
    book.until(Instant.parse("2026-04-01T12:00:00Z"));
    theirs.put("customer", Long.toString(mill.id()));
    theirs.put("customers", Long.toString(mill.id()));
    theirs.put("subscription", Long.toString(subscription.id()));
    theirs.put("subscriptions", Long.toString(subscription.id()));
    theirs.put("invoices", mill.invoices().get(0).path("id").asText());
    theirs.put("runs", api.get("runs?vendor=prim").expect(200).json().at("/items/0/id").asText());
    theirs.put(
        "person",
        api.get("customers/" + mill.id() + "/people").expect(200).json().at("/0/id").asText());
    theirs.put("vendor", "prim");
    theirs.keySet().forEach(name -> nothings.put(name, "999999999"));
    nothings.put("vendor", "nobody");
    theirs.put("month", "2026-03");
    nothings.put("month", "2026-03");
    theirs.put("code", "prim");
    nothings.put("code", "nobody");
    foreign = api.as(key("kabinet"));
  }

  private String key(String vendor) {
    Map<String, Object> wanted =
        Map.of(
            "name",
            "wall " + System.nanoTime(),
            "vendor",
            vendor,
            "scopes",
            List.of(
                "read",
                "customers:write",
                "subscriptions:write",
                "usage:write",
                "payments:write",
                "orders:write",
                "access:write",
                "policy:write",
                "runs:write"));
    return admin.post("api-keys", wanted).expect(201).json().path("key").asText();
  }

  @Test
  void nobody_without_a_key_gets_in_but_where_it_is_listed() {
    assertThat(operations.all()).hasSizeGreaterThan(60);
    for (Operation operation : operations.all()) {
      int status = operation.call(admin.as(null), theirs).status();
      assertThat(status)
          .as("%s without a key", operation)
          .isEqualTo(OPEN.contains(operation.toString()) ? 200 : 401);
    }
    // Few enough not to be slowed down: other tests call from the same address
    List<Operation> some =
        operations.all().stream()
            .filter(operation -> !OPEN.contains(operation.toString()))
            .limit(10)
            .toList();
    for (Operation operation : some) {
      assertThat(operation.call(admin.as("kontor_" + "x".repeat(43)), theirs).status())
          .as("%s with an unknown key", operation)
          .isEqualTo(401);
    }
  }

  @TestFactory
  Stream<DynamicTest> a_foreign_thing_is_answered_like_one_that_does_not_exist() {
    List<String> before = everything();
    Stream<DynamicTest> each =
        operations.all().stream()
            .filter(operation -> !OF_NOBODY.contains(operation.toString()))
            .map(
                operation -> DynamicTest.dynamicTest(operation.toString(), () -> alike(operation)));
    DynamicTest unchanged =
        DynamicTest.dynamicTest(
            "and nothing was changed", () -> assertThat(everything()).isEqualTo(before));
    return Stream.concat(each, Stream.of(unchanged));
  }

  private void alike(Operation operation) {
    Api.Answer absent = operation.call(foreign, nothings);
    Api.Answer present = operation.call(foreign, theirs);
    assertThat(present.status()).isEqualTo(absent.status());
    assertThat(plain(present, theirs)).isEqualTo(plain(absent, nothings));
    assertThat(present.text()).doesNotContain(NAME).doesNotContain("PRM-2026");
  }

  /** The answer without what differs from call to call, and without the ids that were sent. */
  private static String plain(Api.Answer answer, Map<String, String> ids) {
    String text =
        answer
            .text()
            .replaceAll("\"instance\":\"[^\"]*\"", "")
            .replaceAll("\"(now|at|today)\":\"[^\"]*\"", "");
    for (String id : ids.values()) {
      text = text.replaceAll("\\b" + id + "\\b", "");
    }
    return text;
  }

  /** What the other vendor's customer looks like to an administrator. */
  private List<String> everything() {
    String customer = theirs.get("customer");
    return Stream.of(
            "customers/" + customer,
            "customers/" + customer + "/people",
            "customers/" + customer + "/crm-accounts",
            "customers/" + customer + "/wallet",
            "customers/" + customer + "/products",
            "subscriptions/" + theirs.get("subscription"),
            "subscriptions/" + theirs.get("subscription") + "/changes",
            "subscriptions/" + theirs.get("subscription") + "/limits",
            "invoices?customer=" + customer,
            "payments?customer=" + customer,
            "runs?vendor=prim",
            "policy-packs/prim")
        .map(path -> admin.get(path).expect(200).json())
        .map(JsonNode::toString)
        .toList();
  }

  @Test
  void a_key_is_refused_from_the_call_after_its_revocation_on() {
    JsonNode made =
        admin
            .post(
                "api-keys", Map.of("name", "brief " + System.nanoTime(), "scopes", List.of("read")))
            .expect(201)
            .json();
    Api brief = admin.as(made.path("key").asText());
    brief.get("clock").expect(200);
    assertThat(brief.post("customers", Map.of()).status()).isEqualTo(403);
    admin.delete("api-keys/" + made.path("id").asText()).expect(204);
    brief.get("clock").expect(401);
    assertThat(admin.get("api-keys?limit=200").text()).doesNotContain(made.path("key").asText());
  }
}
