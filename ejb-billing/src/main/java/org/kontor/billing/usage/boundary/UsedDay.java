package org.kontor.billing.usage.boundary;

import java.time.LocalDate;

/**
 * One metric on one day with facts.
 *
 * @param kind {@code GAUGE} or {@code COUNTER}
 * @param peak a gauge's highest value; null for a counter
 * @param last a gauge's value at the day's end; null for a counter
 * @param total a counter's sum; null for a gauge
 * @param evidence what was counted, of the latest fact that says so (S2.11); null when none does
 */
public record UsedDay(
    LocalDate date,
    String metric,
    String kind,
    Long peak,
    Long last,
    Long total,
    String evidence) {}
