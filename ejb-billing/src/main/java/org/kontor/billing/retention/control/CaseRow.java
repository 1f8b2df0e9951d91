package org.kontor.billing.retention.control;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.kontor.domain.retention.CaseKind;
import org.kontor.domain.retention.CaseState;
import org.kontor.domain.retention.Countdown;
import org.kontor.domain.retention.EndedBy;

/**
 * A stored case. It keeps what the policy said when it was opened.
 *
 * @param deletesOn the day of deletion as it stands
 * @param anyTime begun by staff without the conditions (S3.34)
 * @param serviceEnds last day of service of a termination, or null
 * @param stateBefore of the subscription, once it was deleted
 * @param closedCustomer whether the deletion closed the customer's account
 * @param approvedBy the second person, or null
 */
public record CaseRow(
    long id,
    long customerId,
    long subscriptionId,
    String vendorCode,
    CaseState state,
    Countdown countdown,
    LocalDate deletesOn,
    boolean anyTime,
    LocalDate serviceEnds,
    String startedBy,
    String reason,
    EndedBy endedBy,
    LocalDate endedOn,
    LocalDate quietUntil,
    String stateBefore,
    boolean closedCustomer,
    LocalDate deletedOn,
    LocalDate purgeOn,
    String approvedBy,
    Instant openedAt,
    int version) {

  public CaseKind kind() {
    return countdown.kind();
  }

  static String text(List<Integer> days) {
    return days.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  static List<Integer> days(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(",")).map(Integer::valueOf).toList();
  }
}
