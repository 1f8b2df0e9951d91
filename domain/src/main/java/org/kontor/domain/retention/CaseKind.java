package org.kontor.domain.retention;

import org.kontor.domain.customer.Role;
import org.kontor.domain.policy.RetentionPolicy;
import org.kontor.domain.policy.RetentionPolicy.CancelledBy;
import org.kontor.domain.policy.RetentionPolicy.Inactivity;

/** Why an account's data comes to its end. */
public enum CaseKind {
  /** Unpaid invoices: kept for some months after the stop (S1.29–S1.32). */
  AFTER_STOP,
  /** Cancelled: ends with the paid month, then as after a stop (S1.36). */
  CANCELLATION,
  /** Moves to another provider, with time to take the data along (STANDARDS D.9). */
  TERMINATION,
  /** Neither used nor paid for (S3.29–S3.45). */
  INACTIVITY,
  /** A trial that was not converted (S1.2–S1.6). */
  TRIAL_END;

  /**
   * Whether somebody of the customer stops it by its word (S3.36, S3.40, D.9); the others end with
   * a payment or a conversion.
   *
   * @param role null of who does not belong to the customer
   */
  public boolean isStoppedBy(Role role, RetentionPolicy policy) {
    Inactivity inactivity = policy.inactivity();
    return switch (this) {
      case INACTIVITY ->
          role != null
              && inactivity != null
              && inactivity.cancelledBy().contains(CancelledBy.BUTTON)
              && inactivity.cancelRoles().contains(role.name());
      case TERMINATION -> role == Role.MAIN_ADMINISTRATOR;
      case AFTER_STOP, CANCELLATION, TRIAL_END -> false;
    };
  }

  /** Whether money that comes before the deletion stops it (S1.30, S3.40). */
  public boolean isStoppedByPayment(RetentionPolicy policy) {
    Inactivity inactivity = policy.inactivity();
    return switch (this) {
      case AFTER_STOP -> true;
      case INACTIVITY ->
          inactivity != null && inactivity.cancelledBy().contains(CancelledBy.TOP_UP);
      case CANCELLATION, TERMINATION, TRIAL_END -> false;
    };
  }
}
