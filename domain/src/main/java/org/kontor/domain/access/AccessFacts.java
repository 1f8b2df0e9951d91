package org.kontor.domain.access;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * All that decides on a subscription's access.
 *
 * @param zone the seller's
 * @param policy {@code code@version} that decides, for the record
 * @param standing what the subscription is apart from its debt
 * @param standingSince when that began; null for {@link Standing#OPEN}
 * @param debt null when nothing is owed
 * @param reliefs any order
 * @param plan code of the subscription's plan
 * @param licences products that the customer ordered, as far as the policy asks for them
 * @param exportUntil end of a time in which data can be taken out whatever the stage; or null
 * @param asOf the moment of the question; schedules without end are given some weeks beyond it
 * @param ends what the standing becomes on days that are known already, ascending; the last day of
 *     a trial, of a cancelled subscription, of its data
 */
public record AccessFacts(
    ZoneId zone,
    String policy,
    Standing standing,
    Instant standingSince,
    Debt debt,
    List<Relief> reliefs,
    String plan,
    List<Licence> licences,
    Instant exportUntil,
    Instant asOf,
    List<End> ends) {

  public AccessFacts {
    reliefs = List.copyOf(reliefs);
    ends = List.copyOf(ends);
    licences = List.copyOf(licences);
  }

  /** The same as far as debts decide: what a case tells and stops is no matter of licences. */
  public AccessFacts ofDebtsOnly() {
    return new AccessFacts(
        zone,
        policy,
        standing,
        standingSince,
        debt,
        reliefs,
        "",
        List.of(),
        exportUntil,
        asOf,
        List.of());
  }

  /** Of a subscription that goes on. */
  public static AccessFacts of(
      ZoneId zone, String policy, Debt debt, List<Relief> reliefs, Instant asOf) {
    return new AccessFacts(
        zone, policy, Standing.OPEN, null, debt, reliefs, "", List.of(), null, asOf, List.of());
  }

  /**
   * An end that is known.
   *
   * @param standing TRIAL_OVER or CLOSED
   * @param from first moment of it
   */
  public record End(Standing standing, Instant from) {}

  /** What a subscription is apart from its debt. */
  public enum Standing {
    OPEN,
    /** By staff, not by the ladder. */
    STOPPED,
    TRIAL_OVER,
    CLOSED
  }
}
