package org.kontor.billing.policy.boundary;

import org.kontor.domain.policy.Metric;
import org.kontor.domain.policy.Plan;
import org.kontor.domain.policy.PolicyPack;

/**
 * How a vendor calls what it sells, in one language, where it has it; what the policy in force does
 * not know is called by its code.
 */
public final class CatalogueNames {

  private final PolicyPack pack;
  private final String language;

  CatalogueNames(PolicyPack pack, String language) {
    this.pack = pack;
    this.language = language;
  }

  public String plan(String code) {
    return pack.plan(code).map(plan -> plan.name().in(language)).orElse(code);
  }

  public String metric(String code) {
    return pack.catalogue().metrics().stream()
        .filter(metric -> metric.code().equals(code))
        .findFirst()
        .map((Metric metric) -> metric.name().in(language))
        .orElse(code);
  }

  /** An option of a plan as it was ordered: its name, and how many where it is counted. */
  public String ordered(String plan, String code, long quantity) {
    return pack.plan(plan).stream()
        .flatMap(known -> known.components().stream())
        .filter(component -> component.code().equals(code))
        .findFirst()
        .map(
            component ->
                component.kind() == Plan.Component.Kind.SWITCH
                    ? component.name().in(language)
                    : component.name().in(language) + " × " + quantity)
        .orElse(code + " × " + quantity);
  }
}
