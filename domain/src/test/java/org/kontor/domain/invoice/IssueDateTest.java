package org.kontor.domain.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kontor.domain.policy.BillingPolicy.Due;

class IssueDateTest {

  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 20);
  private static final Due DUE = new Due(11, 10);

  @Test
  void a_run_in_time_is_dated_with_its_day_and_due_on_the_11th() {
    LocalDate issued = IssueDate.of(APRIL, APRIL, MARCH);
    assertThat(issued).isEqualTo(APRIL);
    assertThat(DUE.dueDate(issued)).isEqualTo("2026-04-11");
  }

  @Test
  void a_run_that_is_approved_or_retried_late_leaves_its_ten_days_to_pay() {
    LocalDate issued = IssueDate.of(APRIL, LocalDate.of(2026, 4, 20), APRIL);
    assertThat(issued).isEqualTo("2026-04-20");
    assertThat(DUE.dueDate(issued)).isEqualTo("2026-04-30");
  }

  @Test
  void the_11th_stays_where_it_leaves_more_days() {
    LocalDate issued = IssueDate.of(APRIL, LocalDate.of(2026, 5, 1), APRIL);
    assertThat(DUE.dueDate(issued)).isEqualTo("2026-05-11");
  }

  @Test
  void dates_follow_numbers() {
    assertThat(IssueDate.of(APRIL, APRIL, LocalDate.of(2026, 4, 3))).isEqualTo("2026-04-03");
  }

  @Test
  void a_plan_for_a_day_to_come_is_dated_with_that_day() {
    assertThat(IssueDate.of(APRIL, MARCH, MARCH)).isEqualTo(APRIL);
  }

  /** Whatever the days are: never before the real day, and never fewer days than the policy's. */
  @Test
  void no_document_is_due_before_its_term_from_the_real_day_of_issue() {
    Random random = new Random(4711);
    for (int i = 0; i < 2_000; i++) {
      LocalDate today = APRIL.plusDays(random.nextInt(400));
      LocalDate last = APRIL.plusDays(random.nextInt(400));
      Due due = new Due(random.nextInt(29), random.nextInt(31));
      LocalDate issued = IssueDate.of(APRIL, today, last);
      assertThat(issued).isAfterOrEqualTo(today).isAfterOrEqualTo(last);
      assertThat(due.dueDate(issued)).isAfterOrEqualTo(today.plusDays(due.minimumDays()));
    }
  }
}
