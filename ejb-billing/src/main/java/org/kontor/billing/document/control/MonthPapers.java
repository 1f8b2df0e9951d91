package org.kontor.billing.document.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import org.kontor.billing.document.control.MonthPaper.Item;
import org.kontor.billing.invoice.control.Buyers;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.time.DateRange;

/** Gathers a customer's services of a month from what was charged. */
@ApplicationScoped
public class MonthPapers {

  private static final String ITEMS =
      "select name, min(period_from), max(period_to), count(*), sum(quantity),"
          + " sum(amount_minor)::bigint, currency from charge where customer_id = ?"
          + " and business_date between ? and ? and period_to between ? and ?"
          + " group by item_code, name, currency order by item_code, min(period_from)";

  private final Sql sql;
  private final Buyers buyers;

  @Inject
  public MonthPapers(Sql sql, Buyers buyers) {
    this.sql = sql;
    this.buyers = buyers;
  }

  /** For the container's proxy. */
  protected MonthPapers() {
    this(null, null);
  }

  /**
   * The paper of a month with at least one charge.
   *
   * @param pack in force at the month's end
   */
  public MonthPaper of(PolicyPack pack, long customerId, YearMonth month) {
    LocalDate first = month.atDay(1);
    LocalDate last = month.atEndOfMonth();
    List<Item> items =
        sql.list(
            row ->
                new Item(
                    row.getString(1),
                    new DateRange(
                        row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)),
                    row.getLong(4),
                    row.getBigDecimal(5),
                    Money.ofMinor(row.getLong(6), Currency.getInstance(row.getString(7)))),
            ITEMS,
            customerId,
            first,
            last.plusDays(1),
            first,
            last);
    Money zero = Money.zero(items.get(0).amount().currency());
    Money total = items.stream().map(Item::amount).reduce(zero, Money::plus);
    return new MonthPaper(
        month, pack.seller(), buyers.load(customerId).get(customerId).buyer(), items, total);
  }
}
