package org.kontor.billing.charging.boundary;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.kontor.billing.usage.boundary.UsedDay;

/**
 * What a subscription used in a month, by day.
 *
 * @param closedThrough last day that is closed to facts without {@code correction}; null when none
 *     is
 * @param soFar what it costs so far (S3.22); null for another month than the current one
 */
public record UsageView(
    long subscriptionId,
    YearMonth month,
    LocalDate closedThrough,
    List<UsedDay> days,
    UseSoFar soFar) {
  public UsageView {
    days = List.copyOf(days);
  }
}
