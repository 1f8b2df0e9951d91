package org.kontor.billing.subscription.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.subscription.Cancellation;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;

/**
 * A customer's subscription to a plan. A trial that is locked before its deletion stays in trial,
 * with the day of the lock in {@code stoppedOn}: a trial is never billed (S1.3).
 */
@Entity
@Table(name = "subscription")
@NamedQuery(
    name = Subscription.BY_IDS,
    query = "select s from Subscription s where s.id in :ids order by s.id")
public class Subscription {

  public static final String BY_IDS = "Subscription.byIds";

  @Id private long id;

  @Column(name = "customer_id")
  private long customerId;

  @Column(name = "vendor_code")
  private String vendorCode;

  @Column(name = "plan_code")
  private String planCode;

  @Enumerated(EnumType.STRING)
  private Timing timing;

  @Enumerated(EnumType.STRING)
  private State state;

  @Column(name = "started_on")
  private LocalDate startedOn;

  @Column(name = "trial_last_day")
  private LocalDate trialLastDay;

  @Column(name = "activated_on")
  private LocalDate activatedOn;

  @Column(name = "stopped_on")
  private LocalDate stoppedOn;

  @Column(name = "restored_on")
  private LocalDate restoredOn;

  @Column(name = "ends_on")
  private LocalDate endsOn;

  @Enumerated(EnumType.STRING)
  @Column(name = "cancelled_by")
  private Cancellation.By cancelledBy;

  @Column(name = "charged_through")
  private LocalDate chargedThrough;

  @Column(name = "carry_exact")
  private BigDecimal carryExact = BigDecimal.ZERO;

  @Column(name = "carry_charged")
  private BigDecimal carryCharged = BigDecimal.ZERO;

  @Version private int version;

  protected Subscription() {}

  /**
   * @param trialLastDay null when it begins without a trial
   */
  public Subscription(
      long id,
      long customerId,
      String vendorCode,
      String planCode,
      Timing timing,
      LocalDate startedOn,
      LocalDate trialLastDay) {
    this.id = id;
    this.customerId = customerId;
    this.vendorCode = vendorCode;
    this.planCode = planCode;
    this.timing = timing;
    this.startedOn = startedOn;
    this.trialLastDay = trialLastDay;
    this.state = State.TRIAL;
  }

  /** Paying begins. */
  public void activate(LocalDate day, LocalDate billedThrough) {
    state = State.ACTIVE;
    activatedOn = day;
    chargedThrough = billedThrough;
    stoppedOn = null;
  }

  public void moveTo(String otherPlan) {
    planCode = otherPlan;
  }

  /** The trial is over, its data is still there (S1.2, LOCK_THEN_DELETE). */
  public void lock(LocalDate day) {
    stoppedOn = day;
  }

  public void stop(LocalDate day) {
    state = State.STOPPED;
    stoppedOn = day;
  }

  public void restore(LocalDate day) {
    state = State.ACTIVE;
    restoredOn = day;
  }

  /** Back after its deletion, as if the time between had not been (S3.42). */
  public void revive(LocalDate day, LocalDate billedThrough) {
    state = State.ACTIVE;
    restoredOn = day;
    stoppedOn = null;
    endsOn = null;
    chargedThrough = billedThrough;
  }

  /**
   * @param lastDay null when it shall go on
   */
  /** It ends by an act that has its own way back; or goes on, with null. */
  public void endOn(LocalDate lastDay) {
    endsOn = lastDay;
    cancelledBy = null;
  }

  public void cancel(LocalDate lastDay, Cancellation.By by) {
    endsOn = lastDay;
    cancelledBy = by;
  }

  public void end() {
    state = State.ENDED;
  }

  public void delete() {
    state = State.DELETED;
  }

  public boolean isLockedTrial() {
    return state == State.TRIAL && stoppedOn != null;
  }

  public long getId() {
    return id;
  }

  public long getCustomerId() {
    return customerId;
  }

  public String getVendorCode() {
    return vendorCode;
  }

  public String getPlanCode() {
    return planCode;
  }

  public Timing getTiming() {
    return timing;
  }

  public State getState() {
    return state;
  }

  public LocalDate getStartedOn() {
    return startedOn;
  }

  public LocalDate getTrialLastDay() {
    return trialLastDay;
  }

  public LocalDate getActivatedOn() {
    return activatedOn;
  }

  public LocalDate getStoppedOn() {
    return stoppedOn;
  }

  public LocalDate getRestoredOn() {
    return restoredOn;
  }

  public LocalDate getEndsOn() {
    return endsOn;
  }

  public Cancellation.By getCancelledBy() {
    return cancelledBy;
  }

  public LocalDate getChargedThrough() {
    return chargedThrough;
  }

  public int getVersion() {
    return version;
  }
}
