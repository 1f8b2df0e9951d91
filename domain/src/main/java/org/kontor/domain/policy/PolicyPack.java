package org.kontor.domain.policy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Every number of one vendor's rules, in one version. A customer is billed by the version that is
 * in force on the business date; issued documents keep the version they were made with.
 *
 * @param code vendor code, lower case, for example {@code prim}
 * @param version counts up from 1
 * @param effectiveFrom first local day on which this version is in force
 * @param access who is cut off when
 * @param retention what is kept how long, and what ends in deletion
 * @param portal the client area
 * @param later licence and support settings as read; given life by their features
 */
public record PolicyPack(
    String code,
    int version,
    LocalDate effectiveFrom,
    Seller seller,
    Catalogue catalogue,
    BillingPolicy billing,
    WalletPolicy wallet,
    TrialPolicy trial,
    SafetyBounds bounds,
    AccessPolicy access,
    RetentionPolicy retention,
    PortalPolicy portal,
    LaterPolicies later) {

  /** Of a vendor who cuts nobody off and deletes nothing. */
  public PolicyPack(
      String code,
      int version,
      LocalDate effectiveFrom,
      Seller seller,
      Catalogue catalogue,
      BillingPolicy billing,
      WalletPolicy wallet,
      TrialPolicy trial,
      SafetyBounds bounds,
      LaterPolicies later) {
    this(
        code,
        version,
        effectiveFrom,
        seller,
        catalogue,
        billing,
        wallet,
        trial,
        bounds,
        AccessPolicy.NONE,
        RetentionPolicy.NONE,
        PortalPolicy.NONE,
        later);
  }

  public ZoneId zone() {
    return seller.zone();
  }

  /** {@code code@version}, as explanations and documents quote it. */
  public String id() {
    return code + "@" + version;
  }

  public Optional<Plan> plan(String planCode) {
    return catalogue.plans().stream().filter(plan -> plan.code().equals(planCode)).findFirst();
  }

  public Optional<Product> product(String productCode) {
    return catalogue.products().stream().filter(p -> p.code().equals(productCode)).findFirst();
  }

  public boolean hasTiming(Timing timing) {
    return catalogue.plans().stream().anyMatch(plan -> plan.timing() == timing);
  }

  /** What is sold: subscriptions by plan, and products sold once or for a term. */
  public record Catalogue(List<Metric> metrics, List<Plan> plans, List<Product> products) {
    public Catalogue {
      metrics = List.copyOf(metrics);
      plans = List.copyOf(plans);
      products = List.copyOf(products);
    }
  }
}
