package org.kontor.billing.subscription.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import org.kontor.billing.subscription.entity.Subscription;
import org.kontor.crm.platform.boundary.Outbox;
import org.kontor.domain.subscription.TrialStep;

/** The notice before a trial's deletion (S1.6). */
@ApplicationScoped
public class TrialNotices {

  private final Outbox outbox;

  @Inject
  public TrialNotices(Outbox outbox) {
    this.outbox = outbox;
  }

  /** For the container's proxy. */
  protected TrialNotices() {
    this(null);
  }

  /** The key names the notice, so that a receiver drops a second one. */
  void ending(Subscription trial, TrialStep.Warn warn, LocalDate day) {
    outbox.add(
        "trial.ending",
        trial.getId() + ":" + warn.daysLeft(),
        trial.getVendorCode(),
        trial.getCustomerId(),
        Map.of(
            "subscriptionId", trial.getId(),
            "daysLeft", warn.daysLeft(),
            "lastDay", trial.getTrialLastDay(),
            "deletedOn", warn.deletedOn()),
        day);
  }

  /** A trial shorter than its first notice period is told on its first day. */
  public void onStart(Subscription trial, TrialStep step, LocalDate day) {
    if (step instanceof TrialStep.Warn warn) {
      ending(trial, warn, day);
    }
  }
}
