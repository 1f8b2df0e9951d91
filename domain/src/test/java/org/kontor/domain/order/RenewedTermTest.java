package org.kontor.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kontor.domain.policy.BillingPolicy.LateRenewal;

/** What is left of a product's terms when paid renewals are credited. */
class RenewedTermTest {

  private static final LocalDate BOUGHT = LocalDate.of(2027, 1, 14);

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }

  /** Renewals with the invoices 1, 2 …, paid on these days, a year each. */
  private static List<RenewedTerm> renewed(String... paidOn) {
    List<RenewedTerm> terms = new ArrayList<>();
    for (String paid : paidOn) {
      LocalDate end = RenewedTerm.lastDay(terms, BOUGHT);
      terms.add(
          RenewedTerm.paid(terms.size() + 1, 1, end, day(paid), 12, LateRenewal.FROM_PAYMENT));
    }
    return terms;
  }

  private static LocalDate end(List<RenewedTerm> terms) {
    return RenewedTerm.lastDay(terms, BOUGHT);
  }

  @Test
  void two_renewals_given_back_take_two_years_back_in_either_order() {
    List<RenewedTerm> both = renewed("2026-12-20", "2027-12-20");
    assertThat(end(both)).isEqualTo(day("2029-01-14"));
    List<RenewedTerm> first = RenewedTerm.without(both, 1);
    List<RenewedTerm> second = RenewedTerm.without(both, 2);
    assertThat(end(first)).isEqualTo(end(second)).isEqualTo(day("2028-01-14"));
    assertThat(first.get(0).invoice()).isEqualTo(2);
    assertThat(first.get(0).days().from()).isEqualTo(day("2027-01-15"));
    assertThat(end(RenewedTerm.without(first, 2))).isEqualTo(BOUGHT);
    assertThat(end(RenewedTerm.without(second, 1))).isEqualTo(BOUGHT);
  }

  @Test
  void what_followed_a_late_renewal_moves_up_to_its_place() {
    List<RenewedTerm> late = renewed("2027-03-01", "2028-02-10");
    assertThat(end(late)).isEqualTo(day("2029-02-28"));
    List<RenewedTerm> left = RenewedTerm.without(late, 1);
    assertThat(left.get(0).days().from()).isEqualTo(day("2027-03-01"));
    assertThat(left.get(0).endedBefore()).isEqualTo(BOUGHT);
    assertThat(end(left)).isEqualTo(day("2028-02-29"));
    assertThat(RenewedTerm.without(left, 2)).isEmpty();
  }

  @Test
  void a_term_that_began_with_its_own_late_payment_stays_where_it_is() {
    List<RenewedTerm> late = renewed("2026-12-20", "2028-06-01", "2029-05-01");
    List<RenewedTerm> left = RenewedTerm.without(late, 1);
    assertThat(left.get(0).days().from()).isEqualTo(day("2028-06-01"));
    assertThat(end(left)).isEqualTo(end(late)).isEqualTo(day("2030-05-31"));
  }

  @Test
  void a_term_is_over_after_its_last_day() {
    RenewedTerm term = renewed("2026-12-20").get(0);
    assertThat(term.isOver(day("2028-01-14"))).isFalse();
    assertThat(term.isOver(day("2028-01-15"))).isTrue();
  }

  @Test
  void whatever_was_paid_and_given_back_in_whatever_order_what_was_bought_is_left() {
    long seed = new Random().nextLong();
    System.out.println("renewed terms, seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      List<RenewedTerm> terms = new ArrayList<>();
      List<Long> invoices = new ArrayList<>();
      for (long invoice = 1; invoice <= 1 + random.nextInt(5); invoice++) {
        LocalDate end = end(terms);
        LocalDate paid = end.plusDays(random.nextInt(90) - 60);
        LateRenewal late = LateRenewal.values()[random.nextInt(2)];
        terms.add(RenewedTerm.paid(invoice, 1, end, paid, 1 + random.nextInt(24), late));
        invoices.add(invoice);
      }
      Collections.shuffle(invoices, random);
      List<RenewedTerm> left = terms;
      for (long invoice : invoices) {
        LocalDate before = end(left);
        left = RenewedTerm.without(left, invoice);
        assertThat(end(left)).isBeforeOrEqualTo(before);
        assertThat(left).noneMatch(term -> term.invoice() == invoice);
        LocalDate last = BOUGHT;
        for (RenewedTerm term : left) {
          assertThat(term.endedBefore()).isEqualTo(last);
          assertThat(term.days().from()).isAfter(last);
          last = term.days().to();
        }
      }
      assertThat(end(left)).isEqualTo(BOUGHT);
    }
  }
}
