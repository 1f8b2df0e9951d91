package org.kontor.domain.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventKindTest {

  @Test
  void before_a_loss_the_day_before_is_the_last_and_before_a_due_date_that_day() {
    assertThat(Event.Kind.DELETED.takesAway()).isTrue();
    assertThat(Event.Kind.TRIAL_OVER.takesAway()).isTrue();
    assertThat(Event.Kind.BALANCE_EXHAUSTED.takesAway()).isTrue();
    assertThat(Event.Kind.INVOICE_DUE.takesAway()).isFalse();
    assertThat(Event.Kind.INVOICE.takesAway()).isFalse();
  }
}
