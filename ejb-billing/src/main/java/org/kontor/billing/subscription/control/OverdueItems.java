package org.kontor.billing.subscription.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.money.Money;
import org.kontor.domain.subscription.Standing.OpenItem;

/** A customer's invoices that are not paid in full (S1.30, S1.35). */
@ApplicationScoped
public class OverdueItems {

  private final Sql sql;

  @Inject
  public OverdueItems(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected OverdueItems() {
    this(null);
  }

  /** Due or not yet due; the domain decides which of them count. */
  public List<OpenItem> of(long customerId) {
    return sql.list(
        row -> {
          Currency currency = Currency.getInstance(row.getString(4));
          return new OpenItem(
              row.getObject(1, LocalDate.class),
              Money.ofMinor(row.getLong(2), currency),
              Money.ofMinor(row.getLong(3), currency));
        },
        "select o.due_date, i.total_minor, o.open_minor, o.currency from open_item o"
            + " join invoice i on i.customer_id = o.customer_id and i.id = o.invoice_id"
            + " where o.customer_id = ?",
        customerId);
  }
}
