package org.kontor.billing.subscription.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.kontor.domain.change.ChangeDecision.Direction;
import org.kontor.domain.change.ChangeState;

/**
 * One step of a change: applied at once, or waiting for its day (S1.13–S1.17). A subscription has
 * at most one waiting step; a later request takes its place.
 */
@Entity
@Table(name = "plan_change")
@NamedQuery(
    name = PlanChange.WAITING_OF,
    query =
        "select c from PlanChange c where c.subscriptionId in :ids"
            + " and c.state = :waiting order by c.id")
@NamedQuery(
    name = PlanChange.OF_SUBSCRIPTION,
    query = "select c from PlanChange c where c.subscriptionId = :subscription order by c.id")
public class PlanChange {

  public static final String WAITING_OF = "PlanChange.waitingOf";
  public static final String OF_SUBSCRIPTION = "PlanChange.ofSubscription";

  @Id private long id;

  @Column(name = "customer_id")
  private long customerId;

  @Column(name = "subscription_id")
  private long subscriptionId;

  @Column(name = "requested_on")
  private LocalDate requestedOn;

  @Column(name = "effective_on")
  private LocalDate effectiveOn;

  // Empty when the change stays on the plan that is in force on its day
  @Column(name = "plan_code")
  private String planCode;

  private String components;

  @Enumerated(EnumType.STRING)
  private Direction direction;

  @Enumerated(EnumType.STRING)
  private ChangeState state;

  private String reason = "";

  @Column(name = "arrears_minor")
  private long arrearsMinor;

  @Column(name = "arrears_why")
  private String arrearsWhy = "";

  @Version private int version;

  protected PlanChange() {}

  /**
   * @param components JSON, component code to quantity
   */
  public PlanChange(
      long id,
      Subscription subscription,
      LocalDate requestedOn,
      LocalDate effectiveOn,
      String planCode,
      String components,
      Direction direction,
      ChangeState state) {
    this.id = id;
    this.customerId = subscription.getCustomerId();
    this.subscriptionId = subscription.getId();
    this.requestedOn = requestedOn;
    this.effectiveOn = effectiveOn;
    this.planCode = planCode == null ? "" : planCode;
    this.components = components;
    this.direction = direction;
    this.state = state;
  }

  public void becomes(ChangeState newState, String why) {
    state = newState;
    reason = why;
  }

  /** The next invoice carries this (S1.13, NEXT_INVOICE_WITH_ARREARS). */
  public void leaves(long minor, String explanation) {
    arrearsMinor = minor;
    arrearsWhy = explanation;
  }

  public long getId() {
    return id;
  }

  public long getSubscriptionId() {
    return subscriptionId;
  }

  public LocalDate getRequestedOn() {
    return requestedOn;
  }

  public LocalDate getEffectiveOn() {
    return effectiveOn;
  }

  public String getPlanCode() {
    return planCode.isEmpty() ? null : planCode;
  }

  public String getComponents() {
    return components;
  }

  public Direction getDirection() {
    return direction;
  }

  public ChangeState getState() {
    return state;
  }

  public String getReason() {
    return reason;
  }

  public long getArrearsMinor() {
    return arrearsMinor;
  }
}
