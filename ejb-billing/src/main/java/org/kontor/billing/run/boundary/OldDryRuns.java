package org.kontor.billing.run.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.kontor.billing.run.control.ExpiredPlans;
import org.kontor.billing.run.control.RunRow;
import org.kontor.crm.platform.boundary.Setting;
import org.kontor.crm.platform.boundary.Settings;

/**
 * Plans that nobody threw away. They expire by real time, not by the simulated one: whoever looks
 * at a plan while he moves the clock keeps it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OldDryRuns {

  /** Documents or charges in one transaction: a second's work. */
  private static final int PART = 5_000;

  @Inject private ExpiredPlans plans;
  @Inject private Settings settings;

  /**
   * Throws a part of the oldest expired plan away; nodes that do so at once take different ones.
   *
   * @return whether there was one
   */
  public boolean discardSome() {
    int hours = Math.toIntExact(settings.whole(Setting.DRY_RUN_HOURS));
    Optional<RunRow> oldest = plans.oldest(hours);
    oldest.ifPresent(run -> plans.discard(run, PART));
    return oldest.isPresent();
  }
}
