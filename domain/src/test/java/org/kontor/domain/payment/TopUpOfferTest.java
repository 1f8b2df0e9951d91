package org.kontor.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kontor.domain.money.Money;
import org.kontor.domain.payment.TopUpOffer.Choice;
import org.kontor.domain.policy.PolicyPack;

class TopUpOfferTest {

  private static final Money MONTHLY = Money.of("19.00", "RON");

  @Test
  void the_steps_of_the_ladder_are_offered_with_what_each_earns_in_money() {
    PolicyPack pack = WalletPacks.withBonus("57", "3", "114", "5");
    assertThat(TopUpOffer.of(pack, MONTHLY).choices())
        .isEqualTo(
            List.of(
                new Choice(Money.of("57.00", "RON"), Money.of("1.71", "RON"), 0),
                new Choice(Money.of("114.00", "RON"), Money.of("5.70", "RON"), 0)));
  }

  @Test
  void without_a_ladder_one_month_or_several_at_once_are_offered() {
    List<Choice> choices = TopUpOffer.of(WalletPacks.withBonus(), MONTHLY).choices();
    assertThat(choices).extracting(Choice::months).containsExactly(1, 3, 6, 12);
    assertThat(choices.get(2).amount()).isEqualTo(Money.of("114.00", "RON"));
    assertThat(choices).allMatch(choice -> choice.bonus().isZero());
  }

  @Test
  void nothing_is_offered_where_nobody_knows_what_a_month_costs() {
    Money unknown = Money.of("0.00", "RON");
    assertThat(TopUpOffer.of(WalletPacks.withBonus(), unknown).choices()).isEmpty();
  }

  @Test
  void any_amount_is_enough_where_the_vendor_names_no_smallest_one() {
    PolicyPack pack = WalletPacks.withBonus();
    assertThat(TopUpOffer.isTooSmall(pack, Money.of("0.01", "RON"))).isFalse();
    assertThat(TopUpOffer.isTooSmall(pack, Money.of("0.00", "RON"))).isTrue();
    assertThat(TopUpOffer.isTooSmall(pack, Money.of("-5.00", "RON"))).isTrue();
  }
}
