package org.kontor.domain.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergeTest {

  @ParameterizedTest(name = "seen {0}, left as {1}, stored {2}: {3}")
  @CsvSource({
    "a, a, a, a, false",
    "a, b, a, b, false",
    "a, a, b, b, false",
    "a, b, b, b, false",
    "a, b, c, b, true",
    "a, '', c, '', true",
    "a, '', a, '', false",
    "'', '', c, c, false",
  })
  void a_field_is_taken_from_the_side_that_changed_it_and_contested_when_both_did(
      String base, String mine, String theirs, String merged, boolean contested) {
    Merge merge = Merge.of(Map.of("f", base), Map.of("f", mine), Map.of("f", theirs));
    assertThat(merge.values()).containsEntry("f", merged);
    assertThat(merge.contested().contains("f")).isEqualTo(contested);
  }

  @Test
  void each_field_is_judged_by_itself() {
    Merge merge =
        Merge.of(
            Map.of("name", "Ana", "city", "Cluj", "line", "1"),
            Map.of("name", "Ana SRL", "city", "Cluj", "line", "2"),
            Map.of("name", "Ana", "city", "Turda", "line", "3"));
    assertThat(merge.values()).isEqualTo(Map.of("name", "Ana SRL", "city", "Turda", "line", "2"));
    assertThat(merge.contested()).containsExactly("line");
  }

  @Test
  void what_nobody_saw_counts_as_it_is_stored() {
    Merge merge = Merge.of(Map.of(), Map.of("f", "mine"), Map.of("f", "theirs"));
    assertThat(merge.values()).containsEntry("f", "mine");
    assertThat(merge.contested()).isEmpty();
  }

  @Test
  void it_says_whether_somebody_elses_change_came_along() {
    Map<String, String> base = Map.of("a", "1", "b", "1");
    Map<String, String> mine = Map.of("a", "2", "b", "1");
    assertThat(Merge.of(base, mine, base).joins(mine)).isFalse();
    assertThat(Merge.of(base, mine, Map.of("a", "1", "b", "2")).joins(mine)).isTrue();
  }
}
