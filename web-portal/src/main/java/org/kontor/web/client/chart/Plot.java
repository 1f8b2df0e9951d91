package org.kontor.web.client.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Values laid out in a field of 1000 × 240, which a page stretches to its width: a curve, what is
 * foretold of it, bars, and the lines of a scale in round figures.
 *
 * @param curve points of a polyline, {@code x,y x,y …}; empty where there is none
 * @param foretold likewise, going on from the curve's end
 * @param zero height of the line of zero
 * @param scale lines from the top down
 */
public record Plot(String curve, String foretold, List<Bar> bars, double zero, List<Line> scale) {

  private static final double WIDTH = 1000;
  private static final double HEIGHT = 240;
  private static final int LINES = 4;
  private static final double BAR = 0.7;

  public Plot {
    bars = List.copyOf(bars);
    scale = List.copyOf(scale);
  }

  /** A bar; all in the field's units. */
  public record Bar(double x, double y, double width, double height) {}

  /**
   * @param y from the top, in the field's units
   * @param share of the height from the top, in percent, for a label beside the field
   */
  public record Line(BigDecimal value, double y, double share) {}

  /**
   * A curve of one value a day.
   *
   * @param known at least one
   * @param coming foretold values that follow, may be empty
   */
  public static Plot curve(List<BigDecimal> known, List<BigDecimal> coming) {
    List<BigDecimal> all = new ArrayList<>(known);
    all.addAll(coming);
    Scale scale = Scale.of(all);
    double step = WIDTH / Math.max(1, all.size() - 1);
    StringBuilder curve = new StringBuilder();
    StringBuilder foretold = new StringBuilder();
    for (int i = 0; i < all.size(); i++) {
      String point = number(i * step) + "," + number(scale.y(all.get(i))) + " ";
      if (i < known.size()) {
        curve.append(point);
      }
      if (i >= known.size() - 1 && !coming.isEmpty()) {
        foretold.append(point);
      }
    }
    return new Plot(
        curve.toString().strip(),
        foretold.toString().strip(),
        List.of(),
        scale.y(BigDecimal.ZERO),
        scale.lines());
  }

  /**
   * One bar a day; none of zero height is drawn.
   *
   * @param values whole numbers
   */
  public static Plot bars(List<BigDecimal> values) {
    Scale scale = Scale.of(values).whole();
    double step = WIDTH / Math.max(1, values.size());
    double zero = scale.y(BigDecimal.ZERO);
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      double y = scale.y(values.get(i));
      if (values.get(i).signum() != 0) {
        bars.add(
            new Bar(
                i * step + step * (1 - BAR) / 2,
                Math.min(y, zero),
                step * BAR,
                Math.abs(zero - y)));
      }
    }
    return new Plot("", "", bars, zero, scale.lines());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /** From the lowest to the highest value, zero included, in steps of 1, 2 or 5. */
  private record Scale(BigDecimal low, BigDecimal high, BigDecimal step) {

    static Scale of(List<BigDecimal> values) {
      BigDecimal low = values.stream().reduce(BigDecimal.ZERO, BigDecimal::min);
      BigDecimal high = values.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
      BigDecimal range = high.subtract(low);
      BigDecimal step = range.signum() == 0 ? BigDecimal.ONE : round(range);
      BigDecimal bottom = low.divide(step, 0, RoundingMode.FLOOR).multiply(step);
      BigDecimal top = high.divide(step, 0, RoundingMode.CEILING).multiply(step);
      return new Scale(bottom, top.equals(bottom) ? bottom.add(step) : top, step);
    }

    /** The same without lines between whole numbers. */
    Scale whole() {
      return step.compareTo(BigDecimal.ONE) < 0 ? new Scale(low, high, BigDecimal.ONE) : this;
    }

    private static BigDecimal round(BigDecimal range) {
      BigDecimal raw = range.divide(BigDecimal.valueOf(LINES), MathContext.DECIMAL64);
      BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(raw.precision() - raw.scale() - 1);
      for (int factor : new int[] {1, 2, 5}) {
        BigDecimal step = power.multiply(BigDecimal.valueOf(factor));
        if (step.compareTo(raw) >= 0) {
          return step;
        }
      }
      return power.multiply(BigDecimal.TEN);
    }

    double y(BigDecimal value) {
      double whole = high.subtract(low).doubleValue();
      return HEIGHT - value.subtract(low).doubleValue() / whole * HEIGHT;
    }

    List<Line> lines() {
      List<Line> lines = new ArrayList<>();
      for (BigDecimal at = high; at.compareTo(low) >= 0; at = at.subtract(step)) {
        double y = y(at);
        lines.add(new Line(at, y, y / HEIGHT * 100));
      }
      return lines;
    }
  }
}
