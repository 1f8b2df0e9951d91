package org.kontor.domain.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.domain.money.Money;

class MessageDraftTest {

  @Test
  void takes_only_what_can_be_shown() {
    assertThat(
            MessageDraft.mail(
                    "t",
                    MessageAudience.BILLING,
                    Map.of("amount", Money.of("1", "RON"), "due", LocalDate.of(2026, 3, 11)))
                .email())
        .isTrue();
    assertThatThrownBy(
            () -> MessageDraft.mail("t", MessageAudience.ALL, Map.of("list", List.of(1))))
        .hasMessageContaining("list cannot be shown");
  }

  @Test
  void an_address_reads_no_notices() {
    assertThatThrownBy(() -> MessageDraft.notice("t", MessageAudience.BILLING, Map.of(), null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_happened_gives_its_payload() {
    Happened what =
        new Happened(
            "t", "k", "prim", 1L, Map.of("n", 5, "d", "2026-03-01"), LocalDate.of(2026, 3, 2));
    assertThat(what.number("n")).isEqualTo(5);
    assertThat(what.date("d")).isEqualTo(LocalDate.of(2026, 3, 1));
    assertThat(what.date("nothing")).isNull();
    assertThatThrownBy(() -> what.number("d")).hasMessageContaining("no number d");
  }
}
