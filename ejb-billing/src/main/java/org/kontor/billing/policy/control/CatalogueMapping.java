package org.kontor.billing.policy.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kontor.domain.policy.Metric;
import org.kontor.domain.policy.Plan;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Product;
import org.kontor.domain.policy.Timing;

/** Makes the catalogue's records, with the defaults of what may be left out. */
final class CatalogueMapping {

  private final Values values;

  CatalogueMapping(Values values) {
    this.values = values;
  }

  PolicyPack.Catalogue catalogue(JsonNode node) {
    List<Plan> plans = new ArrayList<>();
    for (JsonNode plan : node.get("plans")) {
      plans.add(plan(plan, SourceTree.child("catalogue.plans", plans.size())));
    }
    return new PolicyPack.Catalogue(
        Values.list(node.get("metrics"), CatalogueMapping::metric),
        plans,
        Values.list(node.get("products"), CatalogueMapping::product));
  }

  private static Metric metric(JsonNode node) {
    return new Metric(
        node.get("code").textValue(),
        Values.names(node.get("name")),
        Metric.Kind.valueOf(node.get("kind").textValue()),
        node.get("unit").textValue(),
        node.path("maxPerFact").asLong(Metric.HIGHEST),
        node.path("maxPerDay").asLong(Metric.HIGHEST));
  }

  private Plan plan(JsonNode node, String path) {
    boolean tiered = node.has("tiers");
    if (tiered == node.has("fee")) {
      values.fault(
          path + ".fee",
          tiered ? "A plan with tiers has no other fee (S2.8)" : "The plan has no price",
          tiered ? "Remove fee, or the tiers." : "Add `fee: …` or `tiers: …`.");
    }
    Map<String, Long> limits = new HashMap<>();
    node.path("limits").properties().forEach(e -> limits.put(e.getKey(), e.getValue().longValue()));
    return new Plan(
        node.get("code").textValue(),
        Values.names(node.get("name")),
        Timing.valueOf(node.get("timing").textValue()),
        node.has("fee") ? Values.decimal(node.get("fee")) : BigDecimal.ZERO,
        Values.list(node.path("tiers"), CatalogueMapping::tier),
        limits,
        Values.list(node.path("components"), CatalogueMapping::component),
        Values.list(node.path("usage"), CatalogueMapping::usage),
        Plan.Deployment.valueOf(node.path("deployment").asText("SHARED")));
  }

  private static Plan.PriceTier tier(JsonNode node) {
    JsonNode upTo = node.get("upTo");
    return new Plan.PriceTier(
        node.get("name").textValue(),
        upTo == null ? null : upTo.intValue(),
        Values.decimal(node.get("fee")));
  }

  private static Plan.Component component(JsonNode node) {
    Plan.Component.Kind kind = Plan.Component.Kind.valueOf(node.get("kind").textValue());
    return new Plan.Component(
        node.get("code").textValue(),
        Values.names(node.get("name")),
        kind,
        Values.decimal(node.get("fee")),
        node.path("included").asLong(0),
        node.path("raisesLimit").textValue(),
        node.path("raisesBy").asLong(0),
        node.path("maxQuantity")
            .asLong(kind == Plan.Component.Kind.SWITCH ? 1 : Plan.Component.HIGHEST));
  }

  private static Plan.UsagePrice usage(JsonNode node) {
    return new Plan.UsagePrice(
        node.get("metric").textValue(),
        Values.decimal(node.get("unitPrice")),
        node.path("included").asLong(0));
  }

  private static Product product(JsonNode node) {
    return new Product(
        node.get("code").textValue(),
        Values.names(node.get("name")),
        Product.Kind.valueOf(node.get("kind").textValue()),
        Values.decimal(node.get("price")),
        node.get("unit").textValue(),
        node.path("termMonths").asInt(0),
        node.path("renews").asBoolean(false),
        node.path("requires").textValue(),
        node.path("maxQuantity").asLong(Product.USUAL));
  }
}
