package org.kontor.billing.selfservice.boundary;

import java.math.BigDecimal;
import java.util.List;
import org.kontor.domain.explain.Explanation;
import org.kontor.domain.pricing.WholeMonth;

/**
 * What a whole month costs, to the cent.
 *
 * @param net sum of the positions
 * @param vat null where nothing is invoiced
 * @param total to be paid for it
 */
public record MonthView(
    List<Position> positions, BigDecimal net, BigDecimal vat, BigDecimal total, String currency) {

  public MonthView {
    positions = List.copyOf(positions);
  }

  static MonthView of(WholeMonth month) {
    return new MonthView(
        month.positions().stream().map(MonthView::position).toList(),
        month.net().amount(),
        month.vat().map(vat -> vat.amount()).orElse(null),
        month.total().amount(),
        month.net().currency().getCurrencyCode());
  }

  private static Position position(WholeMonth.Position position) {
    return new Position(
        position.code(),
        position.name(),
        position.quantity(),
        position.unitPrice(),
        position.amount().amount(),
        arithmetic(position.why()));
  }

  private static String arithmetic(Explanation why) {
    StringBuilder written = new StringBuilder();
    why.arithmetic().write(written);
    return written.toString();
  }

  /**
   * A position.
   *
   * @param unitPrice per unit and month
   * @param arithmetic in compact form
   */
  public record Position(
      String code,
      String name,
      BigDecimal quantity,
      BigDecimal unitPrice,
      BigDecimal amount,
      String arithmetic) {}
}
