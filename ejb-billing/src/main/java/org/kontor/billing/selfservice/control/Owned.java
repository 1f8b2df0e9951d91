package org.kontor.billing.selfservice.control;

import java.time.LocalDate;
import org.kontor.billing.subscription.entity.Subscription;
import org.kontor.domain.change.Situation;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.PortalPolicy.SelfService;

/**
 * A service of one customer with all that a decision about it looks at.
 *
 * @param situation null where the policy in force has no longer its plan
 * @param buyer as documents name it, with names in the reader's language
 * @param owing whether something is overdue or the balance negative
 */
public record Owned(
    Subscription subscription,
    PolicyPack pack,
    LocalDate today,
    Situation situation,
    Buyer buyer,
    boolean owing) {

  public SelfService policy() {
    return pack.portal().selfService();
  }
}
