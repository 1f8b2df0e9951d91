package org.kontor.domain.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.kontor.domain.access.Licence;
import org.kontor.domain.access.OpenCase;
import org.kontor.domain.access.Relief;
import org.kontor.domain.change.Situation;
import org.kontor.domain.retention.CaseProgress;
import org.kontor.domain.subscription.Arrears;
import org.kontor.domain.subscription.SubscriptionSnapshot;

/**
 * One subscription of an {@link Account}.
 *
 * @param arrears what its next invoice also carries
 * @param waiting the change that waits; null when none does
 * @param debt its open case of debt; null when there is none
 * @param reliefs promises, holds and notices of a transfer that run or are to come
 * @param exportUntil end of a time in which data can be taken out whatever the stage; or null
 * @param licences products of the customer on which access depends
 * @param life what its end depends on
 */
public record Holding(
    SubscriptionSnapshot subscription,
    Use use,
    List<Arrears> arrears,
    Waiting waiting,
    OpenCase debt,
    List<Relief> reliefs,
    Instant exportUntil,
    List<Licence> licences,
    Life life) {

  public Holding {
    arrears = List.copyOf(arrears);
    reliefs = List.copyOf(reliefs);
    licences = List.copyOf(licences);
  }

  /**
   * @param situation as it is today, with the change as {@link Situation#waiting}
   */
  public record Waiting(LocalDate effectiveOn, Situation situation) {}

  /**
   * @param lastLogin local day on which somebody last logged in, or null
   * @param held staff keep it from deletion
   * @param quietUntil last day without a new notice, or null
   * @param ending the case that runs, before its deletion; or null
   * @param anyTime begun by staff without the conditions
   * @param purgeOn set once it is deleted and can be restored; or null
   */
  public record Life(
      LocalDate lastLogin,
      boolean held,
      LocalDate quietUntil,
      CaseProgress ending,
      boolean anyTime,
      LocalDate purgeOn) {

    /** Nobody ever logged in, and nothing runs. */
    public static final Life PLAIN = new Life(null, false, null, null, false, null);
  }
}
