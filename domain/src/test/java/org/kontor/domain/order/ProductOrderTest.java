package org.kontor.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kontor.domain.invoice.Line;
import org.kontor.domain.money.Money;
import org.kontor.domain.order.ProductOrder.Item;
import org.kontor.domain.order.ProductOrder.Position;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.rules.Proves;

/** What an order costs, and which orders are refused. */
class ProductOrderTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 5);

  private static List<Position> priced(PolicyPack pack, Set<String> owned, Item... items) {
    return ProductOrder.priced(pack, List.of(items), owned, TODAY, Shop.buyer());
  }

  private static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }

  @Test
  @Proves("S1.24")
  void S1_24_more_sessions_are_a_product_whose_price_may_be_zero() {
    List<Position> three = priced(Shop.pack(), Set.of(), new Item("onboarding", 3));
    assertThat(three.get(0).line().net()).isEqualTo(eur("0"));
    assertThat(three.get(0).line().quantity()).isEqualByComparingTo("3");
    List<Position> again = priced(Shop.pack(), Set.of("onboarding"), new Item("onboarding", 50));
    assertThat(again).as("no maximum").hasSize(1);
  }

  @Test
  @Proves("S4.38")
  void S4_38_training_is_ordered_like_any_product() {
    Line line = priced(Shop.pack(), Set.of(), new Item("training", 2)).get(0).line();
    assertThat(line.net()).isEqualTo(eur("500.00"));
    assertThat(line.why().rules()).contains("S4.38");
    assertThat(line.why().recompute()).isEqualByComparingTo("500.00");
  }

  @Test
  void a_licence_is_bought_at_the_price_of_the_list_and_of_nobody_else() {
    Line line = priced(Shop.pack(), Set.of(), new Item("licence", 1)).get(0).line();
    assertThat(line.unitPrice()).isEqualByComparingTo("120");
    assertThat(line.period().to()).isEqualTo(LocalDate.of(2027, 3, 4));
  }

  @Test
  @Proves("S4.8")
  void S4_8_each_order_is_priced_by_the_list_in_force_that_day() {
    PolicyPack later = Shop.pack(2, LocalDate.of(2026, 4, 1), "150.00", false);
    Line before = priced(Shop.pack(), Set.of(), new Item("licence", 1)).get(0).line();
    Line after = priced(later, Set.of(), new Item("licence", 1)).get(0).line();
    assertThat(before.net()).isEqualTo(eur("120.00"));
    assertThat(after.net()).isEqualTo(eur("150.00"));
    assertThat(before.why().policy()).isEqualTo("shop@1");
    assertThat(after.why().policy()).isEqualTo("shop@2");
  }

  @Test
  void a_price_finer_than_a_cent_is_rounded_once_on_the_line() {
    Line line = priced(Shop.pack(), Set.of(), new Item("support-hour", 3)).get(0).line();
    assertThat(line.unitPrice()).isEqualByComparingTo("33.335");
    assertThat(line.net()).as("100.005 half up").isEqualTo(eur("100.01"));
  }

  @Test
  void prices_that_include_vat_are_taken_apart_and_come_back_together() {
    PolicyPack gross = Shop.pack(1, Shop.OPENED, "121.00", true);
    Line line = priced(gross, Set.of(), new Item("licence", 1)).get(0).line();
    assertThat(line.net()).isEqualTo(eur("100.00"));
    assertThat(line.vatRate()).isEqualByComparingTo(BigDecimal.valueOf(21));
  }

  @Test
  void the_same_product_twice_is_one_position() {
    List<Position> positions =
        priced(Shop.pack(), Set.of(), new Item("licence", 1), new Item("licence", 2));
    assertThat(positions).hasSize(1);
    assertThat(positions.get(0).quantity()).isEqualTo(3);
  }

  @Test
  void an_addon_needs_its_licence_owned_or_in_the_same_order() {
    Refused refused =
        catchThrowableOfType(
            Refused.class, () -> priced(Shop.pack(), Set.of(), new Item("supplier-a", 1)));
    assertThat(refused.problem().code()).isEqualTo(ProblemCode.WRONG_STATE);
    assertThat(refused.problem().mend()).contains("licence");
    assertThat(priced(Shop.pack(), Set.of("licence"), new Item("supplier-a", 1))).hasSize(1);
    assertThat(priced(Shop.pack(), Set.of(), new Item("supplier-a", 1), new Item("licence", 1)))
        .hasSize(2);
  }

  @Test
  void what_the_list_does_not_have_and_odd_quantities_are_refused() {
    assertThat(code(new Item("gold", 1))).isEqualTo(ProblemCode.UNKNOWN_PRODUCT);
    assertThat(code(new Item(null, 1))).isEqualTo(ProblemCode.UNKNOWN_PRODUCT);
    for (long odd : new long[] {0, -1, Long.MIN_VALUE}) {
      assertThat(code(new Item("licence", odd))).isEqualTo(ProblemCode.INVALID_VALUE);
    }
    for (long absurd : new long[] {100_001, 1_000_000_000_000L, Long.MAX_VALUE}) {
      assertThat(code(new Item("licence", absurd))).isEqualTo(ProblemCode.ABSURD_QUANTITY);
    }
    assertThat(
            catchThrowableOfType(Refused.class, () -> priced(Shop.pack(), Set.of()))
                .problem()
                .field())
        .isEqualTo("lines");
  }

  @Test
  void what_a_product_may_be_ordered_of_bounds_its_lines_together() {
    assertThat(refused(new Item("licence", 60_000), new Item("licence", 40_001)).field())
        .isEqualTo("lines[1].quantity");
    assertThat(refused(new Item("licence", 1), new Item("licence", Long.MAX_VALUE)).code())
        .as("the sum does not run over")
        .isEqualTo(ProblemCode.ABSURD_QUANTITY);
    assertThat(priced(Shop.pack(), Set.of(), new Item("licence", 1), new Item("licence", 99_999)))
        .hasSize(1);
  }

  @Test
  void an_order_that_no_customer_owes_is_refused_whatever_its_quantities_are() {
    PolicyPack dear = Shop.pack(1, Shop.OPENED, "1000000.00", false);
    Refused refused =
        catchThrowableOfType(
            Refused.class, () -> priced(dear, Set.of(), new Item("licence", 10_001)));
    assertThat(refused.problem().code()).isEqualTo(ProblemCode.ABSURD_QUANTITY);
    assertThat(refused.problem().detail()).contains("10001000000.00");
    assertThat(priced(dear, Set.of(), new Item("licence", 10_000))).hasSize(1);
  }

  private static Problem refused(Item... items) {
    return catchThrowableOfType(Refused.class, () -> priced(Shop.pack(), Set.of(), items))
        .problem();
  }

  private static ProblemCode code(Item item) {
    return catchThrowableOfType(Refused.class, () -> priced(Shop.pack(), Set.of(), item))
        .problem()
        .code();
  }

  @Test
  void who_owes_no_vat_pays_the_net_price_where_prices_include_it() {
    PolicyPack gross = Shop.pack(2, Shop.OPENED, "121.00", true);
    for (String country : List.of("ES", "DE", "US")) {
      Line line = price(gross, country, "DE123456789");
      assertThat(line.net()).as(country).isEqualTo(eur("100.00"));
      assertThat(line.why().recompute()).isEqualByComparingTo("100.00");
    }
    assertThat(price(gross, "DE", "DE123456789").vatCategory()).isEqualTo("AE");
    assertThat(price(gross, "US", "").vatCategory()).isEqualTo("O");
    assertThat(price(gross, "DE", "x").vatCategory()).as("no VAT identifier").isEqualTo("S");
  }

  private static Line price(PolicyPack pack, String country, String vatId) {
    return ProductOrder.priced(
            pack, List.of(new Item("licence", 1)), Set.of(), TODAY, Shop.buyer(country, vatId))
        .get(0)
        .line();
  }
}
