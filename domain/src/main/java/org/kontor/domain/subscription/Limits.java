package org.kontor.domain.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kontor.domain.policy.Plan;

/**
 * How much of each limited thing a subscription may use: what the plan allows or staff have agreed
 * (S1.18), whichever is more, and what its components add to that (S1.11).
 *
 * @param allowed by limit code; a code that is not listed is unlimited
 */
public record Limits(Map<String, Long> allowed) {

  public Limits {
    allowed = Map.copyOf(allowed);
  }

  /**
   * @param overrides agreed with this tenant, by limit code; they raise a limit and never lower it
   */
  public static Limits of(Terms terms, Map<String, Long> overrides) {
    Map<String, Long> allowed = new TreeMap<>(terms.plan().limits());
    allowed.replaceAll((code, limit) -> Math.max(limit, overrides.getOrDefault(code, 0L)));
    for (Plan.Component component : terms.plan().components()) {
      long beyond = terms.quantity(component.code()) - component.included();
      if (beyond > 0 && component.raisesLimit() != null) {
        allowed.computeIfPresent(
            component.raisesLimit(),
            (code, limit) -> raised(limit, Math.multiplyExact(beyond, component.raisesBy())));
      }
    }
    return new Limits(allowed);
  }

  /** The most that can be said when it is more: an old agreement may be that high. */
  private static long raised(long limit, long by) {
    return limit > Long.MAX_VALUE - by ? Long.MAX_VALUE : limit + by;
  }

  /**
   * Every limit that usage exceeds, in the order of the codes; equal is met (S1.15).
   *
   * @param usage by limit code; what is not listed is not used
   */
  public List<UnmetLimit> check(Map<String, Long> usage) {
    List<UnmetLimit> unmet = new ArrayList<>();
    new TreeMap<>(allowed)
        .forEach(
            (code, limit) -> {
              long used = usage.getOrDefault(code, 0L);
              if (used > limit) {
                unmet.add(new UnmetLimit(code, used, limit));
              }
            });
    return unmet;
  }

  /** Whether some limit is lower here than there; a limit is lower than none. */
  public boolean lowerThan(Limits other) {
    return allowed.entrySet().stream()
        .anyMatch(
            limit -> {
              Long before = other.allowed.get(limit.getKey());
              return before == null || limit.getValue() < before;
            });
  }
}
