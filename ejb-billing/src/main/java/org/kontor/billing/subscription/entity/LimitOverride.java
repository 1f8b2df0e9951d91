package org.kontor.billing.subscription.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A limit raised for one tenant, as agreed with staff (S1.18). */
@Entity
@Table(name = "limit_override")
@NamedQuery(
    name = LimitOverride.OF_SUBSCRIPTIONS,
    query = "select o from LimitOverride o where o.subscriptionId in :ids order by o.id")
public class LimitOverride {

  public static final String OF_SUBSCRIPTIONS = "LimitOverride.ofSubscriptions";

  @Id private long id;

  @Column(name = "subscription_id")
  private long subscriptionId;

  @Column(name = "limit_code")
  private String limitCode;

  private long allowed;

  private String reason;

  @Version private int version;

  protected LimitOverride() {}

  public LimitOverride(long id, long subscriptionId, String limitCode) {
    this.id = id;
    this.subscriptionId = subscriptionId;
    this.limitCode = limitCode;
  }

  public void agree(long newAllowed, String why) {
    allowed = newAllowed;
    reason = why;
  }

  public long getSubscriptionId() {
    return subscriptionId;
  }

  public String getLimitCode() {
    return limitCode;
  }

  public long getAllowed() {
    return allowed;
  }

  public String getReason() {
    return reason;
  }
}
