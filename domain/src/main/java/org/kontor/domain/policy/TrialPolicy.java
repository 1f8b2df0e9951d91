package org.kontor.domain.policy;

import java.util.List;

/**
 * The free trial (S1.1–S1.6, S2.6).
 *
 * @param days length, the first day included; 0 = no trial is offered
 * @param endAction what happens on the day after the last one (S1.2)
 * @param lockDays days between lock and deletion for {@link EndAction#LOCK_THEN_DELETE}
 * @param keepDataOnConversion S1.5
 * @param warnDays days before the deletion on which a notice is sent (S1.6)
 */
public record TrialPolicy(
    int days,
    EndAction endAction,
    int lockDays,
    boolean keepDataOnConversion,
    List<Integer> warnDays) {

  public TrialPolicy {
    warnDays = List.copyOf(warnDays);
  }

  public enum EndAction {
    DELETE,
    LOCK_THEN_DELETE
  }
}
