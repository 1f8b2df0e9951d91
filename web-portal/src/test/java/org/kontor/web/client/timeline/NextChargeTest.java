package org.kontor.web.client.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.billing.timeline.boundary.ForetoldEvent;
import org.kontor.billing.timeline.boundary.TimelineView;
import org.kontor.domain.timeline.Event.Kind;

/** Two services on one balance: each tells its own charges, the customer the sum. */
class NextChargeTest {

  private static final ForetoldEvent SMALL = event(Kind.CHARGE, 1L, "2026-11-30", "2890.43");
  private static final ForetoldEvent LARGE = event(Kind.CHARGE, 2L, "2026-11-30", "5210.33");
  private static final ForetoldEvent LATER = event(Kind.CHARGE, 1L, "2026-12-31", "2990.00");

  @Test
  void each_service_is_told_its_own_charges() {
    assertThat(NextCharge.of(view(1, SMALL, LARGE, LATER))).isEqualTo(SMALL);
    assertThat(NextCharge.of(view(2, SMALL, LARGE, LATER))).isEqualTo(LARGE);
    assertThat(NextCharge.of(view(3, SMALL, LARGE, LATER))).isNull();
  }

  @Test
  void the_customer_is_told_the_sum_once_though_each_timeline_tells_all_charges() {
    assertThat(
            NextCharge.ofAll(List.of(view(1, SMALL, LARGE, LATER), view(2, SMALL, LARGE, LATER))))
        .isEqualTo(
            new NextCharge(Kind.CHARGE, LocalDate.of(2026, 11, 30), new BigDecimal("8100.76")));
    assertThat(NextCharge.ofAll(List.of())).isNull();
  }

  @Test
  void an_invoice_of_all_services_counts_once() {
    ForetoldEvent joint = event(Kind.INVOICE, null, "2026-12-01", "100.00");
    assertThat(NextCharge.of(view(2, joint))).isEqualTo(joint);
    assertThat(NextCharge.ofAll(List.of(view(1, joint), view(2, joint))).amount())
        .isEqualByComparingTo("100.00");
  }

  private static TimelineView view(long subscription, ForetoldEvent... events) {
    return new TimelineView(
        subscription,
        7,
        "intrum",
        Instant.EPOCH,
        LocalDate.of(2027, 1, 1),
        "Europe/Moscow",
        "RUB",
        BigDecimal.ZERO,
        null,
        List.of(),
        List.of(),
        List.of(events));
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
