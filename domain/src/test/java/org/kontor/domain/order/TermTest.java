package org.kontor.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kontor.domain.policy.BillingPolicy.LateRenewal;
import org.kontor.domain.policy.Product;
import org.kontor.domain.rules.Proves;
import org.kontor.domain.time.DateRange;

/** First term and renewals (S5.1, S5.33, settled readings of S5.31). */
class TermTest {

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }

  private static DateRange renewed(LocalDate expiresOn, LocalDate paidOn, int months) {
    return Term.renewed(expiresOn, paidOn, months, LateRenewal.FROM_PAYMENT);
  }

  private static DateRange range(String from, String to) {
    return new DateRange(day(from), day(to));
  }

  @Test
  @Proves("S5.3")
  void S5_3_a_year_bought_on_1_march_ends_with_february() {
    assertThat(Term.starting(day("2026-03-01"), 12)).isEqualTo(range("2026-03-01", "2027-02-28"));
    assertThat(Term.starting(day("2027-03-01"), 12)).isEqualTo(range("2027-03-01", "2028-02-29"));
    assertThat(Term.starting(day("2026-01-15"), 1)).isEqualTo(range("2026-01-15", "2026-02-14"));
  }

  @Test
  void a_month_bought_on_the_31st_lasts_to_the_end_of_a_shorter_month() {
    assertThat(Term.starting(day("2026-01-31"), 1)).isEqualTo(range("2026-01-31", "2026-02-28"));
    assertThat(Term.starting(day("2024-02-29"), 12)).isEqualTo(range("2024-02-29", "2025-02-28"));
  }

  @Test
  @Proves("S5.33")
  void S5_33_paid_before_expiry_extends_from_the_own_expiry() {
    assertThat(renewed(day("2026-06-30"), day("2026-06-02"), 12).to()).isEqualTo(day("2027-06-30"));
    assertThat(renewed(day("2026-12-31"), day("2026-06-02"), 12).to()).isEqualTo(day("2027-12-31"));
  }

  @Test
  @Proves("S5.33")
  void S5_33_the_last_usable_day_is_still_in_time() {
    assertThat(renewed(day("2026-06-30"), day("2026-06-30"), 12))
        .isEqualTo(range("2026-07-01", "2027-06-30"));
  }

  @Test
  @Proves("S5.33")
  void S5_33_a_late_renewal_runs_from_the_payment_day() {
    assertThat(renewed(day("2026-06-30"), day("2026-07-01"), 12))
        .isEqualTo(range("2026-07-01", "2027-06-30"));
    assertThat(renewed(day("2026-06-30"), day("2026-09-15"), 12))
        .isEqualTo(range("2026-09-15", "2027-09-14"));
  }

  @Test
  @Proves("S5.33")
  void S5_33_the_other_reading_counts_from_the_own_expiry_even_when_late() {
    assertThat(Term.renewed(day("2026-06-30"), day("2026-09-15"), 12, LateRenewal.FROM_EXPIRY))
        .isEqualTo(range("2026-07-01", "2027-06-30"));
  }

  @Test
  @Proves("S5.33")
  void S5_33_month_ends_clamp_from_the_present_date() {
    assertThat(renewed(day("2026-01-31"), day("2026-01-20"), 1).to()).isEqualTo(day("2026-02-28"));
    assertThat(renewed(day("2026-02-28"), day("2026-02-20"), 1).to()).isEqualTo(day("2026-03-28"));
  }

  @Test
  @Proves("S5.33")
  void S5_33_a_renewal_never_shortens_and_terms_follow_each_other() {
    long seed = new Random().nextLong();
    System.out.println("terms, seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      int months = 1 + random.nextInt(36);
      LocalDate from = day("2023-12-01").plusDays(random.nextInt(2_000));
      DateRange first = Term.starting(from, months);
      LocalDate paid = first.to().plusDays(random.nextInt(120) - 60);
      DateRange next = renewed(first.to(), paid, months);
      assertThat(first.from()).isEqualTo(from);
      assertThat(next.from()).isAfter(first.to());
      assertThat(next.to()).isAfter(next.from());
      assertThat(next.from()).isEqualTo(paid.isAfter(first.to()) ? paid : first.to().plusDays(1));
    }
  }

  @Test
  @Proves("S5.1")
  void S5_1_a_renewal_is_due_from_the_lead_days_before_expiry_through_it() {
    Product addon = Shop.pack().product("supplier-a").orElseThrow();
    LocalDate expiry = day("2026-06-30");
    assertThat(Renewal.isDue(addon, expiry, day("2026-05-30"), 30)).isFalse();
    assertThat(Renewal.isDue(addon, expiry, day("2026-05-31"), 30)).isTrue();
    assertThat(Renewal.isDue(addon, expiry, expiry, 30)).isTrue();
    assertThat(Renewal.isDue(addon, expiry, day("2026-07-01"), 30)).isFalse();
  }

  @Test
  void an_add_on_is_not_renewed_without_its_licence() {
    Product addon = Shop.pack().product("supplier-a").orElseThrow();
    assertThat(Renewal.isUsable(addon, Set.of("supplier-a", "training"))).isFalse();
    assertThat(Renewal.isUsable(addon, Set.of("supplier-a", "licence"))).isTrue();
    Product licence = Shop.pack().product("licence").orElseThrow();
    assertThat(Renewal.isUsable(licence, Set.of())).isTrue();
  }

  @Test
  @Proves("S5.1")
  void S5_1_what_has_no_term_is_never_renewed() {
    Product training = Shop.pack().product("training").orElseThrow();
    assertThat(Renewal.isDue(training, null, day("2026-05-31"), 30)).isFalse();
  }
}
