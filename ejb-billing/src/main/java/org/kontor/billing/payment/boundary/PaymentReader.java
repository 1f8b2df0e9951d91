package org.kontor.billing.payment.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kontor.billing.ledger.boundary.Why;
import org.kontor.billing.payment.boundary.PaymentView.Allocated;
import org.kontor.billing.payment.control.PaymentRow;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.money.Money;
import org.kontor.domain.payment.PaymentKind;

/** Shows payments with what they paid and why they are worth what they are. */
@ApplicationScoped
public class PaymentReader {

  private final Sql sql;

  @Inject
  public PaymentReader(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected PaymentReader() {
    this(null);
  }

  public PaymentView view(PaymentRow row) {
    return views(List.of(row)).get(0);
  }

  /** Views of payments of one customer, with two statements for all. */
  public List<PaymentView> views(List<PaymentRow> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<Long, List<Allocated>> allocated = allocated(rows);
    return rows.stream()
        .map(row -> view(row, allocated.getOrDefault(row.id(), List.of())))
        .toList();
  }

  private Map<Long, List<Allocated>> allocated(List<PaymentRow> rows) {
    Map<Long, List<Allocated>> result = new HashMap<>();
    int scale = rows.get(0).amount().amount().scale();
    sql.list(
        row -> {
          Allocated part =
              new Allocated(
                  row.getLong(2), row.getString(3), BigDecimal.valueOf(row.getLong(4), scale));
          return result.computeIfAbsent(row.getLong(1), id -> new ArrayList<>()).add(part);
        },
        "select p.payment_id, p.invoice_id, i.number, p.amount_minor"
            + " from payment_allocation p"
            + " join invoice i on i.customer_id = p.customer_id and i.id = p.invoice_id"
            + " where p.customer_id = ? and p.payment_id = any(?) order by p.id",
        rows.get(0).customerId(),
        rows.stream().mapToLong(PaymentRow::id).toArray());
    return result;
  }

  /** First its amount, then its bonus when it earned one. */
  public static List<Why> why(PaymentRow payment) {
    String[] compact = payment.explanation().split("\n");
    Why amount = Why.of(compact[0], payment.amount().amount());
    return compact.length == 1
        ? List.of(amount)
        : List.of(amount, Why.of(compact[1], payment.bonus().amount()));
  }

  private static PaymentView view(PaymentRow row, List<Allocated> invoices) {
    Money amount = row.amount();
    BigDecimal toInvoices =
        invoices.stream().map(Allocated::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new PaymentView(
        row.id(),
        row.customerId(),
        row.vendorCode(),
        row.kind(),
        row.method(),
        row.externalKey(),
        row.valueDate(),
        row.businessDate(),
        row.paid().amount(),
        row.paid().currency().getCurrencyCode(),
        amount.amount(),
        amount.currency().getCurrencyCode(),
        row.bonus().amount(),
        invoices,
        row.kind() == PaymentKind.TOP_UP ? amount.amount() : amount.amount().subtract(toInvoices),
        why(row),
        row.recordedBy(),
        row.recordedAt());
  }
}
