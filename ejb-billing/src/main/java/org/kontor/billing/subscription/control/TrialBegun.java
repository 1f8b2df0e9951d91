package org.kontor.billing.subscription.control;

import java.time.LocalDate;
import org.kontor.billing.subscription.entity.Subscription;
import org.kontor.domain.policy.PolicyPack;

/** Is told, inside the same transaction, that a trial has begun. */
public interface TrialBegun {

  /**
   * @param pack in force that day
   */
  void begun(Subscription trial, PolicyPack pack, LocalDate today);
}
