package org.kontor.billing.selfservice.boundary;

import java.time.LocalDate;
import java.util.List;
import org.kontor.domain.retention.CaseKind;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;

/**
 * How a customer's account would end, or is about to.
 *
 * @param today local day of the vendor
 * @param services that live, with the end that each would have or has
 * @param deletions announced, or counted
 * @param byCustomer whether the policy leaves the end to the customer
 * @param move what moving to another provider would mean; null where the policy has no such way
 */
public record ClosingView(
    LocalDate today,
    List<Service> services,
    List<Deletion> deletions,
    boolean byCustomer,
    Move move) {

  public ClosingView {
    services = List.copyOf(services);
    deletions = List.copyOf(deletions);
  }

  /** Whether there is something that can be ended. */
  public boolean isClosable() {
    return byCustomer && services.stream().anyMatch(Service::isOpen);
  }

  /** Whether an end is on its way that can be taken back. */
  public boolean isKeepable() {
    return byCustomer && services.stream().anyMatch(Service::ending);
  }

  /**
   * A service.
   *
   * @param endsOn last day once cancelled; null before
   * @param ending whether the customer cancelled it, which can be taken back
   * @param end its days and consequences
   */
  public record Service(
      long id,
      String name,
      State state,
      LocalDate trialLastDay,
      LocalDate endsOn,
      boolean ending,
      OwnEnding end) {

    /** Whether it can be cancelled. */
    public boolean isOpen() {
      return endsOn == null && (state == State.ACTIVE || state == State.STOPPED);
    }
  }

  /**
   * A deletion that is on its way.
   *
   * @param name of the service
   * @param days left
   * @param stoppable whether this person may stop it here
   * @param payable whether a payment stops it
   */
  public record Deletion(
      long caseId,
      CaseKind kind,
      String name,
      LocalDate deletesOn,
      long days,
      boolean stoppable,
      boolean payable) {}

  /**
   * Moving to another provider, if it began today.
   *
   * @param serviceEnds last day of service
   * @param exportThrough last day on which the data can be taken out
   */
  public record Move(LocalDate serviceEnds, LocalDate exportThrough, LocalDate deletesOn) {}
}
