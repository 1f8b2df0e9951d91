package org.kontor.billing.retention.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.kontor.billing.retention.boundary.HoldView;
import org.kontor.billing.subscription.entity.Subscription;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.time.BusinessClock;

/** Subscriptions that staff keep from deletion. */
@ApplicationScoped
public class Holds {

  private final Sql sql;
  private final Caller caller;
  private final BusinessClock clock;

  @Inject
  public Holds(Sql sql, Caller caller, BusinessClock clock) {
    this.sql = sql;
    this.caller = caller;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected Holds() {
    this(null, null, null);
  }

  /** The hold that there is, or a new one. */
  public HoldView place(Subscription subscription, String reason) {
    Instant now = clock.now();
    sql.update(
        "insert into retention_hold (subscription_id, customer_id, vendor_code, reason, placed_by,"
            + " placed_at) values (?, ?, ?, ?, ?, ?) on conflict do nothing",
        subscription.getId(),
        subscription.getCustomerId(),
        subscription.getVendorCode(),
        reason,
        caller.actor(),
        now);
    return sql.one(
            row ->
                new HoldView(
                    row.getLong(1),
                    row.getLong(2),
                    row.getString(3),
                    row.getString(4),
                    row.getTimestamp(5).toInstant()),
            "select subscription_id, customer_id, reason, placed_by, placed_at from retention_hold"
                + " where subscription_id = ?",
            subscription.getId())
        .orElseThrow();
  }

  /** Whether there was one. */
  public boolean lift(long subscriptionId) {
    return sql.update("delete from retention_hold where subscription_id = ?", subscriptionId) == 1;
  }
}
