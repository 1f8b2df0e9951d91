package org.kontor.billing.invoice.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.invoice.InvoiceDraft;
import org.kontor.domain.invoice.Line;
import org.kontor.domain.invoice.VatBreakdown;
import org.kontor.domain.policy.Seller;

/** Writes a document: header and lines, once; the database grants no right to change them. */
@ApplicationScoped
public class DocumentRows {

  private static final String HEADER =
      "insert into invoice (id, customer_id, vendor_code, kind, series_code, series_year,"
          + " series_number, number, issue_date, due_date, period_from, period_to, subscription_id,"
          + " purpose, source_key, currency, net_minor, vat_minor, total_minor, line_count,"
          + " vat_breakdown, buyer, policy, preceding_id, preceding_number, remittance, reason,"
          + " digest, chain_hash, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
          + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String LINE =
      "insert into invoice_line (customer_id, invoice_id, issue_date, line_no, item_code, name,"
          + " quantity, unit, unit_price, net_minor, vat_category, vat_rate, period_from,"
          + " period_to, explanation) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private final Sql sql;

  @Inject
  public DocumentRows(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected DocumentRows() {
    this(null);
  }

  /**
   * @param counter number within series and year
   */
  record Numbered(
      long id,
      Seller.Series series,
      int year,
      long counter,
      String number,
      byte[] digest,
      byte[] chain) {}

  void insert(Numbered place, InvoiceDraft draft, Instant recordedAt) {
    sql.update(
        HEADER,
        place.id(),
        draft.customerId(),
        draft.vendorCode(),
        draft.kind(),
        place.series().code(),
        place.year(),
        place.counter(),
        place.number(),
        draft.issueDate(),
        draft.dueDate(),
        draft.period().from(),
        draft.period().to(),
        draft.subscriptionId(),
        draft.purpose(),
        draft.sourceKey(),
        draft.total().currency().getCurrencyCode(),
        draft.net().minor(),
        draft.vatTotal().minor(),
        draft.total().minor(),
        draft.lines().size(),
        VatBreakdown.json(draft.vat()),
        draft.buyer().json(),
        draft.policy(),
        draft.precedingId(),
        draft.precedingNumber(),
        place.number(),
        draft.reason(),
        place.digest(),
        place.chain(),
        recordedAt);
    List<Object[]> lines = new ArrayList<>(draft.lines().size());
    for (Line line : draft.lines()) {
      lines.add(line(place.id(), draft, lines.size() + 1, line));
    }
    sql.batch(LINE, lines);
  }

  private static Object[] line(long id, InvoiceDraft draft, int no, Line line) {
    return new Object[] {
      draft.customerId(),
      id,
      draft.issueDate(),
      no,
      line.itemCode(),
      line.name(),
      line.quantity(),
      line.unit(),
      line.unitPrice(),
      line.net().minor(),
      line.vatCategory(),
      line.vatRate(),
      line.period().from(),
      line.period().to(),
      line.why().compact()
    };
  }
}
