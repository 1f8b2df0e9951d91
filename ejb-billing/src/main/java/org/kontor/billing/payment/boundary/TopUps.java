package org.kontor.billing.payment.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import org.kontor.billing.ledger.control.AccountHolder;
import org.kontor.billing.ledger.control.AccountHolders;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.billing.subscription.boundary.SubscriptionView;
import org.kontor.billing.subscription.boundary.Subscriptions;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.domain.money.Money;
import org.kontor.domain.payment.TopUpOffer;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.policy.WalletPolicy.BonusStep;
import org.kontor.domain.time.BusinessClock;

/** What somebody who tops up may choose from, and what each amount earns (S2.25, S3.6, S3.7). */
@Stateless
public class TopUps {

  @Inject private AccountHolders holders;
  @Inject private PolicyBook policies;
  @Inject private Subscriptions subscriptions;
  @Inject private BusinessClock clock;

  /**
   * @param minimum smallest top-up; null where any amount is taken (S2.25)
   * @param ladder steps of the bonus, ascending; empty where nothing is earned
   */
  public record Offer(
      String currency, BigDecimal minimum, List<BonusStep> ladder, List<Choice> choices) {}

  /**
   * @param bonus what it earns
   * @param together what the balance will rise by
   * @param months of the present fee that it covers; 0 where it is a step of the ladder
   */
  public record Choice(BigDecimal amount, BigDecimal bonus, BigDecimal together, int months) {}

  /**
   * @throws org.kontor.domain.problem.Refused NOT_FOUND
   */
  public Offer offer(long customerId) {
    AccountHolder holder = holders.asked(customerId);
    PolicyPack pack = policies.inForce(holder.vendorCode(), clock.today(holder.zone()));
    List<Choice> choices =
        TopUpOffer.of(pack, monthly(holder)).choices().stream()
            .map(
                choice ->
                    new Choice(
                        choice.amount().amount(),
                        choice.bonus().amount(),
                        choice.amount().plus(choice.bonus()).amount(),
                        choice.months()))
            .toList();
    return new Offer(
        holder.currency().getCurrencyCode(),
        pack.wallet().minimumTopUp(),
        pack.wallet().bonus(),
        choices);
  }

  private Money monthly(AccountHolder holder) {
    BigDecimal sum =
        subscriptions.living(holder.id(), null, Page.MAX_LIMIT).items().stream()
            .filter(view -> view.timing() != Timing.MONTHLY_ADVANCE)
            .map(SubscriptionView::monthlyFee)
            .filter(fee -> fee != null)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return Money.rounded(sum, holder.currency());
  }
}
