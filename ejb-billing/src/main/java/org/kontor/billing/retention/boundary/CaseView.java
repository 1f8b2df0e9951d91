package org.kontor.billing.retention.boundary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.kontor.domain.retention.CaseKind;
import org.kontor.domain.retention.CaseState;
import org.kontor.domain.retention.Condition;
import org.kontor.domain.retention.EndedBy;
import org.kontor.domain.retention.LifeStep;

/**
 * A case as it stands.
 *
 * @param beganOn day from which it counts
 * @param deletesOn the deletion as it stands; it moves when a notice is late
 * @param deletesAt the same as a moment: the begin of that day at the seller
 * @param restorableThrough last day on which support can bring it back, or null
 * @param serviceEnds last day of service of a termination, or null
 * @param exportUntil last day on which the data can be taken out whatever the access, or null
 * @param notices told so far; null in a list
 * @param conditions what it depends on today: what would stop it; null in a list
 * @param future what follows if nothing happens; null in a list
 */
public record CaseView(
    long id,
    long customerId,
    long subscriptionId,
    String vendor,
    CaseKind kind,
    CaseState state,
    LocalDate beganOn,
    LocalDate deletesOn,
    Instant deletesAt,
    LocalDate deletedOn,
    LocalDate restorableThrough,
    LocalDate purgeOn,
    LocalDate serviceEnds,
    LocalDate exportUntil,
    String startedBy,
    String reason,
    EndedBy endedBy,
    LocalDate endedOn,
    LocalDate quietUntil,
    String approvedBy,
    List<Told> notices,
    List<Condition> conditions,
    List<LifeStep> future,
    int version) {

  /**
   * A notice.
   *
   * @param acceptedOn day on which the mail server had taken it for everybody; null: not yet
   */
  public record Told(int daysLeft, LocalDate toldOn, LocalDate acceptedOn) {}
}
