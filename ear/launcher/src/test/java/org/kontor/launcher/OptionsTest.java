package org.kontor.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which book a start begins. */
class OptionsTest {

  private static Options of(String... words) {
    return Options.parse(Path.of("."), List.of(words));
  }

  @Test
  void a_plain_start_loads_the_demonstration_whose_clock_is_simulated() {
    assertThat(of().demo()).isTrue();
    assertThat(of().simulated()).isTrue();
  }

  @Test
  void without_the_demonstration_the_book_is_empty_and_runs_on_the_system_s_clock() {
    assertThat(of("--no-demo").demo()).isFalse();
    assertThat(of("--no-demo").simulated()).isFalse();
  }

  @Test
  void a_simulated_book_is_empty_unless_the_demonstration_is_asked_for_too() {
    for (Options options : List.of(of("--simulated"), of("--no-demo", "--simulated"))) {
      assertThat(options.demo()).isFalse();
      assertThat(options.simulated()).isTrue();
    }
    assertThat(of("--simulated", "--demo").demo()).isTrue();
  }

  @Test
  void a_database_of_one_s_own_is_neither_filled_nor_simulated_unasked() {
    String[] own = {
      "--database-url",
      "jdbc:postgresql://h:5432/n",
      "--database-user",
      "u",
      "--database-password",
      "p"
    };
    assertThat(of(own).demo()).isFalse();
    assertThat(of(own).simulated()).isFalse();
  }
}
