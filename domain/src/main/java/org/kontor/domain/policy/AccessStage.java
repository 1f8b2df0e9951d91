package org.kontor.domain.policy;

import java.util.List;

/**
 * One rung of the ladder: what each audience sees from a day on.
 *
 * @param from day of its beginning, counted as {@link AccessPolicy.CountedBy} says
 * @param mainAdministrator for the one main administrator
 * @param administrator for the other administrators
 * @param staff for everybody else
 * @param export whether data can be taken out (S1.37)
 * @param support whether support answers
 * @param stopsService whether the subscription is stopped: no invoices (S1.33), retention begins
 *     (S1.29)
 * @param rules ids of the rules that it stands for, for the record
 */
public record AccessStage(
    int from,
    Effect mainAdministrator,
    Effect administrator,
    Effect staff,
    boolean export,
    boolean support,
    boolean stopsService,
    List<String> rules) {

  /** Nobody is restricted. */
  public static final AccessStage FREE =
      new AccessStage(0, Effect.FULL, Effect.FULL, Effect.FULL, true, true, false, List.of());

  public AccessStage {
    rules = List.copyOf(rules);
  }

  /** What a person can do; the order is from lenient to severe. */
  public enum Effect {
    FULL,
    /** Everything, with a reminder to pay (S3.12). */
    REMINDED,
    READ_ONLY,
    /** Only the page to pay (S3.14). */
    PAYMENT_PAGE_ONLY,
    BLOCKED;

    /** Whether the page to pay can be reached in the application itself. */
    public boolean reachesPayment() {
      return this == FULL || this == REMINDED || this == PAYMENT_PAGE_ONLY;
    }

    /** Whether the person has less than everything; a reminder takes nothing away. */
    public boolean restricts() {
      return compareTo(REMINDED) > 0;
    }
  }

  /** What both leave: for each audience the harder effect. The rest is this stage's own. */
  public AccessStage and(AccessStage other) {
    return new AccessStage(
        from,
        harder(mainAdministrator, other.mainAdministrator),
        harder(administrator, other.administrator),
        harder(staff, other.staff),
        export && other.export,
        support && other.support,
        stopsService,
        rules);
  }

  private static Effect harder(Effect one, Effect other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  public List<Effect> effects() {
    return List.of(mainAdministrator, administrator, staff);
  }

  /** Whether somebody cannot enter. */
  public boolean blocks() {
    return effects().contains(Effect.BLOCKED);
  }

  /** Whether somebody has less than everything. */
  public boolean restricts() {
    return effects().stream().anyMatch(Effect::restricts);
  }

  /** Whether anybody notices it at all. */
  public boolean isFelt() {
    return effects().stream().anyMatch(effect -> effect != Effect.FULL) || !export || !support;
  }

  /** Whether this stage takes less from somebody than an earlier one did. */
  boolean softens(AccessStage earlier) {
    for (int i = 0; i < effects().size(); i++) {
      if (effects().get(i).compareTo(earlier.effects().get(i)) < 0) {
        return true;
      }
    }
    return export && !earlier.export
        || support && !earlier.support
        || !stopsService && earlier.stopsService;
  }
}
