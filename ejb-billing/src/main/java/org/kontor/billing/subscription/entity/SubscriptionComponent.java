package org.kontor.billing.subscription.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;

/** A quantity of a component over time; without a last day it is in force (S1.11, S3.26). */
@Entity
@Table(name = "subscription_component")
@NamedQuery(
    name = SubscriptionComponent.IN_FORCE,
    query =
        "select c from SubscriptionComponent c where c.subscriptionId in :ids"
            + " and c.validTo is null order by c.componentCode, c.id")
public class SubscriptionComponent {

  public static final String IN_FORCE = "SubscriptionComponent.inForce";

  @Id private long id;

  @Column(name = "customer_id")
  private long customerId;

  @Column(name = "subscription_id")
  private long subscriptionId;

  @Column(name = "component_code")
  private String componentCode;

  private long quantity;

  @Column(name = "valid_from")
  private LocalDate validFrom;

  @Column(name = "valid_to")
  private LocalDate validTo;

  @Version private int version;

  protected SubscriptionComponent() {}

  public SubscriptionComponent(
      long id,
      Subscription subscription,
      String componentCode,
      long quantity,
      LocalDate validFrom) {
    this.id = id;
    this.customerId = subscription.getCustomerId();
    this.subscriptionId = subscription.getId();
    this.componentCode = componentCode;
    this.quantity = quantity;
    this.validFrom = validFrom;
  }

  /** Another quantity holds from that day on; on the first day of this one, it never held. */
  public void endBefore(LocalDate day) {
    LocalDate last = day.minusDays(1);
    validTo = last.isBefore(validFrom) ? validFrom.minusDays(1) : last;
  }

  public long getSubscriptionId() {
    return subscriptionId;
  }

  public String getComponentCode() {
    return componentCode;
  }

  public long getQuantity() {
    return quantity;
  }

  public LocalDate getValidFrom() {
    return validFrom;
  }
}
