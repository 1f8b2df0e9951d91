package org.kontor.domain.policy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The catalogue of a pack: plans, tiers, limits, components, products, and what they refer to. */
final class CatalogueCheck {

  private final PolicyPack.Catalogue catalogue;
  private final List<String> languages;
  private final Faults faults;
  private final Map<String, Metric.Kind> metrics = new HashMap<>();
  private final Map<String, Long> maxPerFact = new HashMap<>();

  private CatalogueCheck(PolicyPack.Catalogue catalogue, List<String> languages, Faults faults) {
    this.catalogue = catalogue;
    this.languages = languages;
    this.faults = faults;
    for (Metric metric : catalogue.metrics()) {
      metrics.put(metric.code(), metric.kind());
      maxPerFact.put(metric.code(), metric.maxPerFact());
    }
  }

  static void check(PolicyPack.Catalogue catalogue, List<String> languages, Faults faults) {
    CatalogueCheck check = new CatalogueCheck(catalogue, languages, faults);
    check.metrics();
    faults.unique("catalogue.plans", catalogue.plans(), Plan::code);
    for (int i = 0; i < catalogue.plans().size(); i++) {
      check.plan(Faults.at("catalogue.plans", i), catalogue.plans().get(i));
    }
    check.products();
  }

  private void metrics() {
    faults.unique("catalogue.metrics", catalogue.metrics(), Metric::code);
    for (int i = 0; i < catalogue.metrics().size(); i++) {
      String path = Faults.at("catalogue.metrics", i);
      Metric metric = catalogue.metrics().get(i);
      faults.texts(path + ".name", metric.name(), languages);
      faults.when(
          metric.kind() == Metric.Kind.GAUGE && metric.maxPerDay() != Metric.HIGHEST,
          path + ".maxPerDay",
          "A GAUGE is a state, it does not add up over a day",
          "Take maxPerDay out; maxPerFact bounds the state.");
    }
  }

  private void plan(String path, Plan plan) {
    faults.texts(path + ".name", plan.name(), languages);
    tiers(path + ".tiers", plan);
    limits(path + ".limits.", plan);
    components(path + ".components", plan);
    usage(path + ".usage", plan);
  }

  private void limits(String path, Plan plan) {
    plan.limits()
        .forEach(
            (limit, allowed) -> {
              faults.when(
                  metrics.get(limit) != Metric.Kind.GAUGE,
                  path + limit,
                  "The limit " + limit + " has no GAUGE metric, so its use cannot be known",
                  "Add the metric "
                      + limit
                      + " of kind GAUGE to catalogue.metrics, or correct the code.");
              long most = maxPerFact.getOrDefault(limit, Metric.HIGHEST);
              faults.when(
                  allowed > most,
                  path + limit,
                  "The limit " + allowed + " is above maxPerFact " + most + " of its metric",
                  "Raise maxPerFact of " + limit + ", or lower the limit.");
            });
  }

  private void tiers(String path, Plan plan) {
    if (plan.tiers().isEmpty()) {
      return;
    }
    int last = plan.tiers().size() - 1;
    int reached = 0;
    for (int i = 0; i <= last; i++) {
      Integer upTo = plan.tiers().get(i).upTo();
      String place = Faults.at(path, i) + ".upTo";
      faults.when(
          i == last && upTo != null,
          place,
          "The last tier ends at " + upTo + "; a larger head-count would have no price (S2.8)",
          "Take upTo out of the last tier.");
      faults.when(
          i < last && upTo == null,
          place,
          "Only the last tier is open-ended (S2.8)",
          "Give the last head-count of this tier.");
      faults.when(
          upTo != null && upTo <= reached,
          place,
          "The tiers do not ascend: " + upTo + " follows " + reached,
          "Order the tiers by upTo, each larger than the one before.");
      reached = upTo == null ? reached : upTo;
    }
    faults.when(
        metrics.get(Metric.HEADCOUNT) != Metric.Kind.GAUGE,
        path,
        "Tiers need the GAUGE metric " + Metric.HEADCOUNT + " that chooses them (S2.10)",
        "Add {code: headcount, kind: GAUGE, …} to catalogue.metrics.");
  }

  private void components(String path, Plan plan) {
    faults.unique(path, plan.components(), Plan.Component::code);
    for (int i = 0; i < plan.components().size(); i++) {
      Plan.Component component = plan.components().get(i);
      String place = Faults.at(path, i);
      faults.texts(place + ".name", component.name(), languages);
      faults.when(
          component.code().equals(plan.code()),
          place + ".code",
          "The component has the code of its plan, so no charge could tell them apart",
          "Give the component a code of its own.");
      String limit = component.raisesLimit();
      faults.when(
          limit != null && !plan.limits().containsKey(limit),
          place + ".raisesLimit",
          "The plan has no limit " + limit + " that could be raised",
          "Use one of the plan's limits "
              + plan.limits().keySet().stream().sorted().toList()
              + ".");
      faults.when(
          (limit != null) != (component.raisesBy() > 0),
          place + ".raisesBy",
          "raisesLimit and raisesBy go together",
          "Give both or neither.");
      faults.when(
          component.kind() == Plan.Component.Kind.SWITCH && component.included() > 1,
          place + ".included",
          "A SWITCH is on or off, " + component.included() + " cannot be included",
          "Use 0 or 1, or the kind QUANTITY.");
      faults.when(
          component.kind() == Plan.Component.Kind.QUANTITY
              && component.included() > component.maxQuantity(),
          place + ".maxQuantity",
          component.included()
              + " are included, but more than "
              + component.maxQuantity()
              + " cannot be had",
          "Raise maxQuantity, or lower included.");
      faults.when(
          component.kind() == Plan.Component.Kind.SWITCH && component.maxQuantity() != 1,
          place + ".maxQuantity",
          "A SWITCH is on or off, " + component.maxQuantity() + " cannot be had",
          "Take maxQuantity out, or use the kind QUANTITY.");
    }
  }

  private void usage(String path, Plan plan) {
    Set<String> priced = new HashSet<>();
    for (int i = 0; i < plan.usage().size(); i++) {
      String metric = plan.usage().get(i).metric();
      String place = Faults.at(path, i) + ".metric";
      faults.when(
          !metrics.containsKey(metric),
          place,
          "There is no metric " + metric,
          "Add it to catalogue.metrics, or use one of "
              + metrics.keySet().stream().sorted().toList()
              + ".");
      faults.when(
          !priced.add(metric),
          place,
          "The metric " + metric + " has two prices in this plan",
          "Keep one price for each metric.");
    }
  }

  private void products() {
    List<Product> products = catalogue.products();
    faults.unique("catalogue.products", products, Product::code);
    Map<String, String> requires = new HashMap<>();
    products.forEach(product -> requires.put(product.code(), product.requires()));
    for (int i = 0; i < products.size(); i++) {
      Product product = products.get(i);
      String path = Faults.at("catalogue.products", i);
      faults.texts(path + ".name", product.name(), languages);
      String needed = product.requires();
      faults.when(
          needed != null && !requires.containsKey(needed),
          path + ".requires",
          "There is no product " + needed,
          "Add it to catalogue.products, or correct the code.");
      faults.when(
          needed != null && inCircle(product.code(), requires),
          path + ".requires",
          "The product requires itself, so nobody could buy it first",
          "Break the circle of requires.");
      faults.when(
          product.renews() && product.termMonths() == 0,
          path + ".renews",
          "A product without end cannot renew",
          "Give termMonths, or take renews out.");
      faults.when(
          product.kind() == Product.Kind.ADDON && needed == null,
          path + ".requires",
          "An add-on belongs to a licence (S5.26)",
          "Name the product that it requires, or use another kind.");
    }
  }

  private static boolean inCircle(String start, Map<String, String> requires) {
    Set<String> seen = new HashSet<>();
    String at = requires.get(start);
    while (at != null && seen.add(at)) {
      if (at.equals(start)) {
        return true;
      }
      at = requires.get(at);
    }
    return false;
  }
}
