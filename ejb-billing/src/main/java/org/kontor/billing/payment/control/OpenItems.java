package org.kontor.billing.payment.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.money.Money;
import org.kontor.domain.payment.Allocation;
import org.kontor.domain.payment.Allocation.OpenItem;
import org.kontor.domain.payment.Allocation.Part;

/** What is unpaid, and what paid it. Lock the customer's accounts first (Ledger.lock). */
@ApplicationScoped
public class OpenItems {

  private static final String LOCKED =
      "select invoice_id, due_date, open_minor, currency from open_item where customer_id = ?"
          + " order by invoice_id for update";

  private final Sql sql;
  private final Ids ids;

  @Inject
  public OpenItems(Sql sql, Ids ids) {
    this.sql = sql;
    this.ids = ids;
  }

  /** For the container's proxy. */
  protected OpenItems() {
    this(null, null);
  }

  /** All of a customer, locked until the transaction ends. */
  public List<OpenItem> lock(long customerId) {
    return sql.list(OpenItems::read, LOCKED, customerId);
  }

  /** The kind of document, empty when the customer has no such. */
  public Optional<String> documentKind(long customerId, long invoiceId) {
    return sql.one(
        row -> row.getString(1),
        "select kind from invoice where customer_id = ? and id = ?",
        customerId,
        invoiceId);
  }

  /**
   * Writes down which invoices were paid and takes it off their open amounts.
   *
   * @param paymentId null when it is taken from the balance
   */
  public void allocate(
      long customerId,
      Long paymentId,
      Allocation plan,
      LocalDate businessDate,
      Instant recordedAt) {
    for (Part part : plan.parts()) {
      sql.update(
          "insert into payment_allocation (id, customer_id, payment_id, invoice_id, amount_minor,"
              + " business_date, kind, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
          ids.next(),
          customerId,
          paymentId,
          part.invoiceId(),
          part.amount().minor(),
          businessDate,
          paymentId == null ? "WALLET" : "PAYMENT",
          recordedAt);
      if (part.settles()) {
        sql.update(
            "delete from open_item where customer_id = ? and invoice_id = ?",
            customerId,
            part.invoiceId());
      } else {
        sql.update(
            "update open_item set open_minor = open_minor - ?"
                + " where customer_id = ? and invoice_id = ?",
            part.amount().minor(),
            customerId,
            part.invoiceId());
      }
    }
  }

  private static OpenItem read(ResultSet row) throws SQLException {
    return new OpenItem(
        row.getLong(1),
        row.getObject(2, LocalDate.class),
        Money.ofMinor(row.getLong(3), Currency.getInstance(row.getString(4))));
  }
}
