package org.kontor.billing.access.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.kontor.billing.access.control.AccessRow;
import org.kontor.billing.access.control.AccessRows;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.policy.AccessPolicy.Trigger;

/** Cases as staff look at them. */
@Stateless
public class AccessCasesList {

  private static final String OPEN =
      "select * from access_case where closed_at is null and (?::text is null or vendor_code = ?)"
          + " and id > ? order by id limit ?";

  private static final String HISTORY =
      "select * from access_case where subscription_id = ? and id > ? order by id limit ?";

  @Inject private Sql sql;
  @Inject private AccessRows rows;
  @Inject private Caller caller;

  /** Open cases of a vendor, or of all that the caller sees, in the order of their opening. */
  public Page<AccessCaseView> open(String vendor, String after, Integer limit) {
    int size = Page.limit(limit);
    String filter = caller.vendorFilter(vendor);
    return page(
        sql.list(AccessCasesList::read, OPEN, filter, filter, Page.afterId(after), size + 1), size);
  }

  /** All cases that a subscription has had. */
  public Page<AccessCaseView> ofSubscription(long subscriptionId, String after, Integer limit) {
    int size = Page.limit(limit);
    AccessRow row = rows.find(subscriptionId, 0).orElseThrow(() -> NotFound.of("subscription"));
    caller.mustSee(row.vendor(), "subscription");
    return page(
        sql.list(AccessCasesList::read, HISTORY, subscriptionId, Page.afterId(after), size + 1),
        size);
  }

  private static Page<AccessCaseView> page(List<AccessCaseView> rows, int size) {
    return Page.of(rows, size, view -> Long.toString(view.id()));
  }

  private static AccessCaseView read(ResultSet row) throws SQLException {
    OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
    return new AccessCaseView(
        row.getLong("id"),
        row.getString("vendor_code"),
        row.getLong("customer_id"),
        row.getLong("subscription_id"),
        Trigger.valueOf(row.getString("cause")),
        row.getObject("began_on", LocalDate.class),
        row.getInt("stage"),
        row.getBoolean("stopped_service"),
        row.getObject("review_on", LocalDate.class),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        closed == null ? null : closed.toInstant(),
        row.getString("closed_reason"));
  }
}
