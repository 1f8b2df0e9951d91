package org.kontor.web.client.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.billing.timeline.boundary.ForetoldEvent;
import org.kontor.domain.timeline.Event.Kind;

/** Two services on one balance: each tells its own charges, the customer the sum. */
class NextChargeTest {

  private static final ForetoldEvent SMALL = event(Kind.CHARGE, 1L, "2026-11-30", "2890.43");
  private static final ForetoldEvent LARGE = event(Kind.CHARGE, 2L, "2026-11-30", "5210.33");
  private static final ForetoldEvent LATER = event(Kind.CHARGE, 1L, "2026-12-31", "2990.00");

  private static final List<ForetoldEvent> ALL = List.of(SMALL, LARGE, LATER);

  @Test
  void each_service_is_told_its_own_charges() {
    assertThat(NextCharge.of(ALL, 1)).isEqualTo(SMALL);
    assertThat(NextCharge.of(ALL, 2)).isEqualTo(LARGE);
    assertThat(NextCharge.of(ALL, 3)).isNull();
  }

  @Test
  void the_customer_is_told_the_sum_of_all_services_on_the_first_day() {
    assertThat(NextCharge.ofAll(ALL))
        .isEqualTo(
            new NextCharge(Kind.CHARGE, LocalDate.of(2026, 11, 30), new BigDecimal("8100.76")));
    assertThat(NextCharge.ofAll(List.of())).isNull();
  }

  @Test
  void an_invoice_of_all_services_is_told_with_each() {
    ForetoldEvent joint = event(Kind.INVOICE, null, "2026-12-01", "100.00");
    assertThat(NextCharge.of(List.of(joint), 2)).isEqualTo(joint);
    assertThat(NextCharge.ofAll(List.of(joint)).amount()).isEqualByComparingTo("100.00");
  }

  private static ForetoldEvent event(Kind kind, Long subscription, String day, String amount) {
    LocalDate on = LocalDate.parse(day);
    return new ForetoldEvent(
        kind,
        on.atStartOfDay(ZoneOffset.UTC).toInstant(),
        on,
        subscription,
        new BigDecimal(amount),
        BigDecimal.ZERO,
        null,
        null,
        List.of(),
        "intrum@1",
        null,
        Map.of(),
        null);
  }
}
