package org.kontor.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kontor.domain.money.Money;
import org.kontor.domain.payment.Allocation.OpenItem;
import org.kontor.domain.payment.Allocation.Part;
import org.kontor.domain.rules.Proves;

/** Which invoices a payment pays (S1.30, S1.35, S5.15). */
class AllocationTest {

  private static final List<OpenItem> OPEN =
      List.of(
          item(3, "2026-03-11", "50.00"),
          item(1, "2026-02-11", "99.67"),
          item(2, "2026-03-11", "20.00"));

  private static OpenItem item(long id, String due, String open) {
    return new OpenItem(id, LocalDate.parse(due), ron(open));
  }

  private static Money ron(String amount) {
    return Money.of(amount, "RON");
  }

  @Test
  void all_arrears_are_settled_by_their_sum() {
    Allocation plan = Allocation.oldestDueFirst(ron("169.67"), OPEN);
    assertThat(plan.parts())
        .containsExactly(
            new Part(1, ron("99.67"), true),
            new Part(2, ron("20.00"), true),
            new Part(3, ron("50.00"), true));
    assertThat(plan.rest()).isEqualTo(ron("0.00"));
  }

  @Test
  @Proves("S1.35")
  void S1_35_a_part_payment_settles_nothing() {
    Allocation plan = Allocation.oldestDueFirst(ron("99.66"), OPEN);
    assertThat(plan.parts()).containsExactly(new Part(1, ron("99.66"), false));
    assertThat(plan.rest()).isEqualTo(ron("0.00"));
  }

  @Test
  @Proves("S5.15")
  void S5_15_a_transfer_pays_the_invoices_it_names_in_their_order() {
    Allocation plan = Allocation.inOrder(ron("60.00"), List.of(OPEN.get(0), OPEN.get(2)));
    assertThat(plan.parts())
        .containsExactly(new Part(3, ron("50.00"), true), new Part(2, ron("10.00"), false));
  }

  @Test
  void what_no_invoice_needs_is_left_over() {
    Allocation plan = Allocation.oldestDueFirst(ron("200.00"), OPEN);
    assertThat(plan.rest()).isEqualTo(ron("30.33"));
    assertThat(Allocation.none(ron("5.00"))).isEqualTo(new Allocation(List.of(), ron("5.00")));
  }

  @Test
  void parts_and_rest_are_always_the_whole_and_no_item_gets_too_much() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 5_000; round++) {
      List<OpenItem> items = new ArrayList<>();
      for (int i = 0; i < random.nextInt(6); i++) {
        LocalDate due = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(90));
        items.add(
            new OpenItem(
                i + 1, due, Money.ofMinor(1 + random.nextInt(10_000), ron("0").currency())));
      }
      Money amount = Money.ofMinor(1 + random.nextInt(30_000), ron("0").currency());
      Allocation plan = Allocation.oldestDueFirst(amount, items);
      Money sum = plan.parts().stream().map(Part::amount).reduce(plan.rest(), Money::plus);
      assertThat(sum).as("seed %d", seed).isEqualTo(amount);
      assertThat(plan.rest().isZero() || plan.parts().size() == items.size())
          .as("rest only when nothing is open, seed %d", seed)
          .isTrue();
      assertThat(plan.parts().stream().filter(part -> !part.settles()).count())
          .as("at most the last is paid in part, seed %d", seed)
          .isLessThanOrEqualTo(1);
    }
  }
}
