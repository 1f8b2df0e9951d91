package org.kontor.billing.payment.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.customer.FineRight;
import org.kontor.domain.customer.Position;
import org.kontor.domain.customer.Role;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.money.Money;
import org.kontor.domain.payment.PaymentKind;
import org.kontor.domain.policy.Seller.Address;

/** Reads and appends payments. */
@ApplicationScoped
public class PaymentStore {

  private static final String COLUMNS =
      "id, customer_id, vendor_code, kind, method, external_key, input_hash, value_date,"
          + " business_date, paid_minor, paid_currency, amount_minor, currency, bonus_minor,"
          + " explanation, recorded_by, recorded_at";

  private final Sql sql;

  @Inject
  public PaymentStore(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected PaymentStore() {
    this(null);
  }

  /** The customer as a document names him. */
  public Buyer buyer(long customerId) {
    return sql.one(
            row ->
                new Buyer(
                    row.getString("name"),
                    row.getString("registration_id"),
                    row.getString("vat_id"),
                    new Address(
                        row.getString("address_line"),
                        row.getString("city"),
                        row.getString("post_code"),
                        row.getString("subdivision"),
                        row.getString("country")),
                    row.getString("email"),
                    row.getString("language"),
                    row.getString("purchase_order_reference")),
            "select * from customer where id = ?",
            customerId)
        .orElseThrow();
  }

  /** As whom a person of the customer pays. */
  public Optional<Role> payer(long customerId, long personId) {
    return sql.one(
        row ->
            new Position(Role.valueOf(row.getString(1)), FineRight.read(row.getString(2)))
                .forMoney(),
        "select role, rights from membership where customer_id = ? and person_id = ?",
        customerId,
        personId);
  }

  public Optional<PaymentRow> find(String vendor, String method, String externalKey) {
    return sql.one(
        PaymentStore::read,
        "select "
            + COLUMNS
            + " from payment where vendor_code = ? and method = ? and external_key = ?",
        vendor,
        method,
        externalKey);
  }

  public Optional<PaymentRow> byId(long id) {
    return sql.one(PaymentStore::read, "select " + COLUMNS + " from payment where id = ?", id);
  }

  /** A customer's payments after {@code afterId}, in the order of ids. */
  public List<PaymentRow> ofCustomer(long customerId, long afterId, int limit) {
    return sql.list(
        PaymentStore::read,
        "select " + COLUMNS + " from payment where customer_id = ? and id > ? order by id limit ?",
        customerId,
        afterId,
        limit);
  }

  /** Those of a customer among these ids. */
  public List<PaymentRow> withIds(long customerId, long[] ids) {
    return sql.list(
        PaymentStore::read,
        "select " + COLUMNS + " from payment where customer_id = ? and id = any(?)",
        customerId,
        ids);
  }

  /** False when the natural key is taken; waits for whoever is about to take it. */
  public boolean insert(PaymentRow row) {
    return sql.update(
            "insert into payment ("
                + COLUMNS
                + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " on conflict (vendor_code, method, external_key) do nothing",
            row.id(),
            row.customerId(),
            row.vendorCode(),
            row.kind(),
            row.method(),
            row.externalKey(),
            row.inputHash(),
            row.valueDate(),
            row.businessDate(),
            row.paid().minor(),
            row.paid().currency().getCurrencyCode(),
            row.amount().minor(),
            row.amount().currency().getCurrencyCode(),
            row.bonus().minor(),
            row.explanation(),
            row.recordedBy(),
            row.recordedAt())
        == 1;
  }

  private static PaymentRow read(ResultSet row) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    return new PaymentRow(
        row.getLong("id"),
        row.getLong("customer_id"),
        row.getString("vendor_code"),
        PaymentKind.valueOf(row.getString("kind")),
        row.getString("method"),
        row.getString("external_key"),
        row.getBytes("input_hash"),
        row.getObject("value_date", LocalDate.class),
        row.getObject("business_date", LocalDate.class),
        Money.ofMinor(
            row.getLong("paid_minor"), Currency.getInstance(row.getString("paid_currency"))),
        Money.ofMinor(row.getLong("amount_minor"), currency),
        Money.ofMinor(row.getLong("bonus_minor"), currency),
        row.getString("explanation"),
        row.getString("recorded_by"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant());
  }
}
