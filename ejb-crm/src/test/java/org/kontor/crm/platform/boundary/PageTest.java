package org.kontor.crm.platform.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kontor.domain.problem.Refused;

class PageTest {

  @Test
  void a_page_that_is_not_the_last_names_its_last_row_as_cursor() {
    assertThat(Page.of(List.of(1, 2, 3), 2, String::valueOf))
        .isEqualTo(new Page<>(List.of(1, 2), "2"));
    assertThat(Page.of(List.of(1, 2), 2, String::valueOf))
        .isEqualTo(new Page<>(List.of(1, 2), null));
  }

  @Test
  void limits_and_cursors_out_of_bounds_are_refused() {
    assertThat(Page.limit(null)).isEqualTo(50);
    assertThat(Page.limit(200)).isEqualTo(200);
    assertThatThrownBy(() -> Page.limit(201)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> Page.limit(0)).isInstanceOf(Refused.class);
    assertThat(Page.afterId(null)).isZero();
    assertThatThrownBy(() -> Page.afterId("1 or 1=1")).isInstanceOf(Refused.class);
  }
}
