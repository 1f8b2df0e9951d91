package org.kontor.billing.bulk.control;

import java.util.List;
import org.kontor.domain.subscription.SubscriptionSnapshot;

/** What waits for days that a dry run takes for gone: real runs find it done and stored. */
public interface WaitingChanges {

  /**
   * The subscriptions as the run would find them on its day; the same ones in a real run. Nothing
   * is stored.
   *
   * @param subscriptions as they are now
   */
  List<SubscriptionSnapshot> foreseen(RunContext run, List<SubscriptionSnapshot> subscriptions);
}
