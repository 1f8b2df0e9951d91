package org.kontor.web.client.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kontor.web.client.chart.Plot.Line;

class PlotTest {

  private static List<BigDecimal> values(String... values) {
    return Arrays.stream(values).map(BigDecimal::new).toList();
  }

  @Test
  void a_curve_goes_from_edge_to_edge_and_what_is_foretold_goes_on_from_its_end() {
    Plot plot = Plot.curve(values("100", "0"), values("-100"));
    assertThat(plot.curve()).isEqualTo("0.0,0.0 500.0,120.0");
    assertThat(plot.foretold()).isEqualTo("500.0,120.0 1000.0,240.0");
    assertThat(plot.zero()).isEqualTo(120.0);
  }

  @Test
  void the_scale_has_round_figures_and_holds_every_value() {
    Plot plot = Plot.curve(values("16404.27", "5766.46"), List.of());
    assertThat(plot.scale())
        .extracting(Line::value)
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactlyElementsOf(values("20000", "15000", "10000", "5000", "0"));
  }

  @Test
  void an_account_on_which_nothing_happened_has_a_scale_too() {
    Plot plot = Plot.curve(values("0", "0"), List.of());
    assertThat(plot.curve()).isEqualTo("0.0,240.0 1000.0,240.0");
    assertThat(plot.scale()).hasSize(2);
  }

  @Test
  void bars_count_in_whole_numbers_and_days_without_any_have_none() {
    Plot plot = Plot.bars(values("2", "0", "1"));
    assertThat(plot.bars()).hasSize(2);
    assertThat(plot.scale())
        .extracting(Line::value)
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactlyElementsOf(values("2", "1", "0"));
    assertThat(plot.bars().get(0).height()).isEqualTo(240.0);
  }
}
