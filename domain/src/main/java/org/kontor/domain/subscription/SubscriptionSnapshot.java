package org.kontor.domain.subscription;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A subscription as the engine sees it on a business date. Dates are local days of the seller.
 *
 * @param trialLastDay last day of the trial, or null
 * @param activatedOn first day as a paying subscription, or null in trial
 * @param restoredOn day on which access came back after the last stop, or null (S1.33)
 * @param endsOn last day of a cancelled subscription, or null
 * @param chargedThrough last day already charged or invoiced, or null
 * @param carryExact S2.12 CARRY: exact running sum since activation
 * @param carryCharged what was charged of it
 * @param formerPlans plans that it has left and that days not charged yet may need
 */
public record SubscriptionSnapshot(
    long id,
    long customerId,
    String planCode,
    State state,
    LocalDate startedOn,
    LocalDate trialLastDay,
    LocalDate activatedOn,
    LocalDate stoppedOn,
    LocalDate restoredOn,
    LocalDate endsOn,
    LocalDate chargedThrough,
    BigDecimal carryExact,
    BigDecimal carryCharged,
    List<ComponentPeriod> components,
    List<FormerPlan> formerPlans) {

  public SubscriptionSnapshot {
    components = List.copyOf(components);
    formerPlans = List.copyOf(formerPlans);
  }

  /** One that has had its plan all the time. */
  public SubscriptionSnapshot(
      long id,
      long customerId,
      String planCode,
      State state,
      LocalDate startedOn,
      LocalDate trialLastDay,
      LocalDate activatedOn,
      LocalDate stoppedOn,
      LocalDate restoredOn,
      LocalDate endsOn,
      LocalDate chargedThrough,
      BigDecimal carryExact,
      BigDecimal carryCharged,
      List<ComponentPeriod> components) {
    this(
        id,
        customerId,
        planCode,
        state,
        startedOn,
        trialLastDay,
        activatedOn,
        stoppedOn,
        restoredOn,
        endsOn,
        chargedThrough,
        carryExact,
        carryCharged,
        components,
        List.of());
  }

  /** The plan that was in force at the end of a day, as far back as something is uncharged. */
  public String planOn(LocalDate day) {
    return formerPlans.stream()
        .filter(former -> !former.through().isBefore(day))
        .min(Comparator.comparing(FormerPlan::through))
        .map(FormerPlan::code)
        .orElse(planCode);
  }

  /** The same with other terms from a day on; what they lack ends the day before. */
  public SubscriptionSnapshot under(Terms terms, LocalDate from) {
    List<ComponentPeriod> periods = new ArrayList<>();
    Set<String> same = new HashSet<>();
    for (ComponentPeriod period : components) {
      boolean open = period.to() == null;
      if (open && terms.quantity(period.code()) != period.quantity()) {
        periods.add(
            new ComponentPeriod(
                period.code(), period.quantity(), period.from(), from.minusDays(1)));
      } else {
        periods.add(period);
        if (open) {
          same.add(period.code());
        }
      }
    }
    for (Map.Entry<String, Long> term : terms.quantities().entrySet()) {
      if (!same.contains(term.getKey())) {
        periods.add(new ComponentPeriod(term.getKey(), term.getValue(), from, null));
      }
    }
    List<FormerPlan> plans = new ArrayList<>(formerPlans);
    String plan = terms.plan().code();
    if (!plan.equals(planCode)) {
      plans.add(new FormerPlan(planCode, from.minusDays(1)));
    }
    return new SubscriptionSnapshot(
        id,
        customerId,
        plan,
        state,
        startedOn,
        trialLastDay,
        activatedOn,
        stoppedOn,
        restoredOn,
        endsOn,
        chargedThrough,
        carryExact,
        carryCharged,
        periods,
        plans);
  }

  /** The same after its last day. */
  public SubscriptionSnapshot ended() {
    return new SubscriptionSnapshot(
        id,
        customerId,
        planCode,
        State.ENDED,
        startedOn,
        trialLastDay,
        activatedOn,
        stoppedOn,
        restoredOn,
        endsOn,
        chargedThrough,
        carryExact,
        carryCharged,
        components,
        formerPlans);
  }

  /** Quantity of a component in force on a day; 0 where there is none. */
  public long quantityOn(String componentCode, LocalDate day) {
    for (ComponentPeriod period : components) {
      if (period.code().equals(componentCode) && period.covers(day)) {
        return period.quantity();
      }
    }
    return 0;
  }

  /** Life of a subscription; {@code STOPPED} is unpaid, {@code DELETED} lost its data too. */
  public enum State {
    TRIAL,
    ACTIVE,
    STOPPED,
    ENDED,
    DELETED
  }

  /**
   * A plan that was left.
   *
   * @param through the last day on which it was in force
   */
  public record FormerPlan(String code, LocalDate through) {}

  /**
   * @param from first day
   * @param to last day, or null while in force
   */
  public record ComponentPeriod(String code, long quantity, LocalDate from, LocalDate to) {

    public boolean covers(LocalDate day) {
      return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
  }
}
