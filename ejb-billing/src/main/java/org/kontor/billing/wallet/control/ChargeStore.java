package org.kontor.billing.wallet.control;

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
import org.kontor.domain.money.Money;

/** Reads charges. */
@ApplicationScoped
public class ChargeStore {

  private static final String SELECT = "select * from charge where customer_id = ?";

  private final Sql sql;

  @Inject
  public ChargeStore(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected ChargeStore() {
    this(null);
  }

  public Optional<ChargeRow> find(ChargeRef ref) {
    return sql.one(
        ChargeStore::read,
        SELECT + " and business_date = ? and id = ?",
        ref.customerId(),
        ref.businessDate(),
        ref.id());
  }

  /** Those of a customer with these ids, all booked within the days. */
  public List<ChargeRow> of(long customerId, LocalDate from, LocalDate to, long[] ids) {
    return sql.list(
        ChargeStore::read,
        SELECT + " and business_date between ? and ? and id = any(?)",
        customerId,
        from,
        to,
        ids);
  }

  /**
   * The latest first.
   *
   * @param after the last one of the page before, null for the first page
   */
  public List<ChargeRow> page(long customerId, ChargeRef after, int limit) {
    String order = " order by business_date desc, id desc limit ?";
    if (after == null) {
      return sql.list(ChargeStore::read, SELECT + order, customerId, limit);
    }
    return sql.list(
        ChargeStore::read,
        SELECT + " and (business_date, id) < (?, ?)" + order,
        customerId,
        after.businessDate(),
        after.id(),
        limit);
  }

  private static ChargeRow read(ResultSet row) throws SQLException {
    return new ChargeRow(
        row.getLong("id"),
        row.getLong("customer_id"),
        row.getLong("subscription_id"),
        row.getString("vendor_code"),
        row.getObject("business_date", LocalDate.class),
        row.getString("item_code"),
        row.getString("name"),
        row.getObject("period_from", LocalDate.class),
        row.getObject("period_to", LocalDate.class),
        row.getBigDecimal("quantity"),
        Money.ofMinor(row.getLong("amount_minor"), Currency.getInstance(row.getString("currency"))),
        row.getString("policy"),
        row.getString("explanation"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant());
  }
}
