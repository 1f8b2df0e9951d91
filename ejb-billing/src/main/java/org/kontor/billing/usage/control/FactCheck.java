package org.kontor.billing.usage.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.billing.usage.boundary.NewFact;
import org.kontor.billing.usage.control.FactRow.Key;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.domain.customer.Check;
import org.kontor.domain.policy.Metric;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.usage.FactAdmission;
import org.kontor.domain.usage.FactAdmission.NotTaken;
import org.kontor.domain.usage.FactAdmission.Said;
import org.kontor.domain.usage.FactAdmission.Taken;

/** Whether a fact can be taken, asked before anything is written. */
@ApplicationScoped
public class FactCheck {

  private static final int MAX_KEY = 200;
  private static final int MAX_EVIDENCE = 4_000;

  private final PolicyBook policies;
  private final Caller caller;

  @Inject
  public FactCheck(PolicyBook policies, Caller caller) {
    this.policies = policies;
    this.caller = caller;
  }

  /** For the container's proxy. */
  protected FactCheck() {
    this(null, null);
  }

  /**
   * @param row null when refused
   * @param problem null when taken
   */
  record Checked(FactRow row, Problem problem) {}

  /** What is wrong with the fact by itself, or null. */
  static Problem shape(NewFact fact) {
    if (fact == null) {
      return missing("", "the fact");
    }
    Map<String, Boolean> missing =
        Map.of(
            "subscriptionId", fact.subscriptionId() == null,
            "metric", blank(fact.metric()),
            "key", blank(fact.key()),
            "occurredAt", fact.occurredAt() == null,
            "quantity", fact.quantity() == null);
    for (String field :
        new String[] {"subscriptionId", "metric", "key", "occurredAt", "quantity"}) {
      if (missing.get(field)) {
        return missing(field, field);
      }
    }
    if (fact.key().length() > MAX_KEY || !Check.isPlain(fact.key())) {
      return Problem.of(
          ProblemCode.INVALID_VALUE,
          "key",
          "key is longer than " + MAX_KEY + " characters or has ones that are not seen",
          "Send your own short name of the fact, for example a UUID.");
    }
    if (fact.evidence() != null
        && (fact.evidence().length() > MAX_EVIDENCE || fact.evidence().indexOf(0) >= 0)) {
      return Problem.of(
          ProblemCode.INVALID_VALUE,
          "evidence",
          "evidence is longer than " + MAX_EVIDENCE + " characters or has a zero character",
          "Send the counted list shortened, or a reference to it.");
    }
    return null;
  }

  /** What does not exist and what belongs to another vendor look alike. */
  boolean visible(FactOwner owner) {
    return owner != null && caller.sees(owner.vendor());
  }

  Checked admit(NewFact fact, Key key, FactOwner owner, Instant now) {
    if (!visible(owner)) {
      return refuse(
          ProblemCode.NOT_FOUND,
          "subscriptionId",
          "there is no subscription " + key.subscriptionId(),
          "Send the id that POST /subscriptions answered with.");
    }
    if (owner.over()) {
      return refuse(
          ProblemCode.WRONG_STATE,
          "subscriptionId",
          "the subscription is deleted",
          "Send the fact for the subscription that the customer has now.");
    }
    PolicyPack pack = policies.inForce(owner.vendor(), now.atZone(zone(owner)).toLocalDate());
    Optional<Metric> metric = FactOwner.metric(pack, key.metric());
    if (metric.isEmpty()) {
      return unknownMetric(pack, key.metric());
    }
    // The database keeps microseconds; what is compared must be what is kept
    Instant occurredAt = fact.occurredAt().truncatedTo(ChronoUnit.MICROS);
    boolean correction = Boolean.TRUE.equals(fact.correction());
    FactAdmission.Admission admission =
        FactAdmission.decide(
            metric.get(),
            new Said(occurredAt, fact.quantity(), correction),
            owner.known(pack),
            now);
    if (admission instanceof NotTaken not) {
      return new Checked(null, not.problem());
    }
    Taken taken = (Taken) admission;
    boolean gauge = metric.get().kind() == Metric.Kind.GAUGE;
    if (gauge && taken.late() && settledGauge(pack, owner, key.metric())) {
      return refuse(
          ProblemCode.WRONG_STATE,
          "metric",
          "the price of a settled month depends on " + key.metric() + " and is not made anew",
          "Settle the difference by an order or a credit note.");
    }
    String evidence = fact.evidence() == null ? "" : fact.evidence();
    return new Checked(
        new FactRow(
            owner,
            key,
            FactRow.hash(fact),
            occurredAt,
            fact.quantity(),
            evidence,
            taken,
            correction,
            metric.get()),
        null);
  }

  private ZoneId zone(FactOwner owner) {
    return policies.vendor(owner.vendor()).zone();
  }

  private static boolean settledGauge(PolicyPack pack, FactOwner owner, String metric) {
    return owner.timing() == Timing.MONTHLY_ARREARS
        && Arrays.asList(PricedMetrics.of(pack, Timing.MONTHLY_ARREARS).gauges()).contains(metric);
  }

  private static Checked unknownMetric(PolicyPack pack, String metric) {
    return new Checked(
        null,
        new Problem(
            ProblemCode.UNKNOWN_METRIC,
            "metric",
            pack.code() + " counts nothing called " + metric,
            "Send one of the metrics of the vendor's policy pack.",
            Map.of(
                "metrics",
                pack.catalogue().metrics().stream()
                    .map(Metric::code)
                    .collect(Collectors.toList()))));
  }

  private static Checked refuse(ProblemCode code, String field, String detail, String mend) {
    return new Checked(null, Problem.of(code, field, detail, mend));
  }

  private static Problem missing(String field, String what) {
    return Problem.of(ProblemCode.MISSING_VALUE, field, what + " is missing", "Send " + what + ".");
  }

  private static boolean blank(String value) {
    return value == null || value.isBlank();
  }
}
