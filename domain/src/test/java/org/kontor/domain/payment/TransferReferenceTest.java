package org.kontor.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A reference that banks carry whole and by which the payment is found. */
class TransferReferenceTest {

  @Test
  void a_few_documents_are_named_as_they_are() {
    assertThat(TransferReference.of("C-7", List.of("A-1", "A-2"))).isEqualTo("A-1, A-2");
  }

  @Test
  void of_many_the_customer_comes_first_and_those_that_do_not_fit_are_counted() {
    List<String> numbers =
        IntStream.rangeClosed(1, 40).mapToObj(i -> "PRIM-2026-%06d".formatted(i)).toList();
    String reference = TransferReference.of("C-1001", numbers);
    assertThat(reference)
        .startsWith("C-1001, PRIM-2026-000001, ")
        .endsWith("PRIM-2026-000007 +33")
        .hasSizeBetween(120, TransferReference.LONGEST);
  }

  @Test
  void of_exactly_as_many_as_fit_none_is_left_out() {
    List<String> numbers = List.of("x".repeat(69), "y".repeat(69));
    assertThat(TransferReference.of("C-1001", numbers)).hasSize(140).doesNotContain("C-1001");
  }
}
