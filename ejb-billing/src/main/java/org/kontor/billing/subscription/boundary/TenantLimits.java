package org.kontor.billing.subscription.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.billing.subscription.control.Situations;
import org.kontor.billing.subscription.control.SubscriptionStore;
import org.kontor.billing.subscription.entity.LimitOverride;
import org.kontor.billing.subscription.entity.Subscription;
import org.kontor.crm.platform.boundary.Audit;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.domain.change.Situation;
import org.kontor.domain.customer.Check;
import org.kontor.domain.policy.Metric;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.subscription.Limits;

/** Limits of a subscription: shown with their use, raised by agreement with staff (S1.18). */
@Stateless
public class TenantLimits {

  @Inject private SubscriptionStore store;
  @Inject private SubscriptionReader reader;
  @Inject private Situations situations;
  @Inject private PolicyBook policies;
  @Inject private Audit audit;
  @Inject private Ids ids;

  /** Every limit that any plan of the vendor knows, by code. */
  public List<LimitView> list(long id) {
    Subscription subscription = store.get(id);
    PolicyPack pack = pack(subscription);
    Situation situation = situations.of(subscription, pack, reader.today(subscription));
    Limits limits = Limits.of(situation.terms(), situation.overrides());
    List<LimitOverride> agreed = store.overrides(id);
    return codes(pack).stream().map(code -> view(code, situation, limits, agreed)).toList();
  }

  /**
   * Raises a limit for this tenant.
   *
   * @throws org.kontor.domain.problem.Refused UNKNOWN_LIMIT, INVALID_VALUE, MISSING_VALUE
   */
  public LimitView agree(long id, String code, AgreedLimit wanted, Integer expectedVersion) {
    if (wanted.allowed() == null) {
      throw Check.missing("allowed");
    }
    if (wanted.allowed() < 0) {
      throw Check.invalid("allowed", "A limit cannot be negative", "Send 0 or more.");
    }
    if (wanted.allowed() > Metric.HIGHEST) {
      throw Check.invalid(
          "allowed",
          "A limit is at most " + Metric.HIGHEST,
          "Send a smaller number: nobody uses more.");
    }
    String reason = Check.text("reason", wanted.reason(), 1, 500);
    Subscription subscription = store.forChange(id, expectedVersion);
    known(code, pack(subscription));
    LimitOverride override =
        find(id, code)
            .orElseGet(
                () -> {
                  LimitOverride fresh = new LimitOverride(ids.next(), id, code);
                  store.add(fresh);
                  return fresh;
                });
    override.agree(wanted.allowed(), reason);
    store.flush();
    LimitView view =
        list(id).stream().filter(limit -> limit.code().equals(code)).findFirst().orElseThrow();
    audit.record(
        "limit.agreed", "subscription/" + id, Map.of("code", code, "allowed", wanted.allowed()));
    return view;
  }

  /** Ends an agreement; without one, nothing happens. */
  public void withdraw(long id, String code, Integer expectedVersion) {
    Subscription subscription = store.forChange(id, expectedVersion);
    known(code, pack(subscription));
    Optional<LimitOverride> override = find(id, code);
    if (override.isPresent()) {
      store.remove(override.get());
      store.flush();
      audit.record("limit.withdrawn", "subscription/" + id, Map.of("code", code));
    }
  }

  private Optional<LimitOverride> find(long id, String code) {
    return store.overrides(id).stream().filter(o -> o.getLimitCode().equals(code)).findFirst();
  }

  private PolicyPack pack(Subscription subscription) {
    LocalDate today = reader.today(subscription);
    return policies.inForce(subscription.getVendorCode(), today);
  }

  private static TreeSet<String> codes(PolicyPack pack) {
    TreeSet<String> codes = new TreeSet<>();
    pack.catalogue().plans().forEach(plan -> codes.addAll(plan.limits().keySet()));
    return codes;
  }

  private static void known(String code, PolicyPack pack) {
    if (!codes(pack).contains(code)) {
      throw Problem.of(
              ProblemCode.UNKNOWN_LIMIT,
              "code",
              "No plan of " + pack.code() + " has a limit " + code,
              "Use one of " + String.join(", ", codes(pack)) + ".")
          .asException();
    }
  }

  private static LimitView view(
      String code, Situation situation, Limits limits, List<LimitOverride> agreed) {
    Optional<LimitOverride> override =
        agreed.stream().filter(o -> o.getLimitCode().equals(code)).findFirst();
    return new LimitView(
        code,
        situation.usage().getOrDefault(code, 0L),
        limits.allowed().get(code),
        situation.terms().plan().limits().get(code),
        override.map(LimitOverride::getAllowed).orElse(null),
        override.map(LimitOverride::getReason).orElse(null));
  }
}
