package org.kontor.billing.retention.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.Plan;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.RetentionPolicy.Inactivity;
import org.kontor.domain.retention.CaseKind;
import org.kontor.domain.retention.Restoration;

/** What must be on the balance before support brings an account back (S3.45). */
@ApplicationScoped
public class RestoreNeeds {

  /** Null where a case of this kind was not deleted for inactivity: nothing is asked. */
  public Inactivity policy(CaseKind kind, PolicyPack pack) {
    return kind == CaseKind.INACTIVITY ? pack.retention().inactivity() : null;
  }

  /** The balance that is asked for; zero where none is. */
  public Money balance(CaseKind kind, PolicyPack pack, Account account) {
    Money none = Money.zero(account.facts().balance().currency());
    return Restoration.missing(policy(kind, pack), none, baseFee(pack, account));
  }

  /** What of it is missing; zero when the account may come back. */
  public Money missing(CaseKind kind, PolicyPack pack, Account account) {
    return Restoration.missing(
        policy(kind, pack), account.facts().balance(), baseFee(pack, account));
  }

  private static Money baseFee(PolicyPack pack, Account account) {
    BigDecimal fee =
        pack.plan(account.planCode())
            .filter(plan -> plan.tiers().isEmpty())
            .map(Plan::fee)
            .orElse(BigDecimal.ZERO);
    return Money.rounded(fee, account.facts().balance().currency());
  }
}
