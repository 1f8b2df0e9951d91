package org.kontor.billing.invoice.boundary;

import java.time.LocalDate;

/**
 * How a number series stands (QUALITY R7).
 *
 * @param lastNumber counter given last
 * @param documents documents that carry a number of it
 * @param gaps numbers below the last one that no document carries; must be 0
 * @param datesOutOfOrder documents dated before the one numbered before them; must be 0
 * @param lastIssueDate dates follow numbers, so the next document is of that day or later
 */
public record SeriesHealth(
    String vendor,
    String series,
    String kind,
    int year,
    long lastNumber,
    long documents,
    long gaps,
    long datesOutOfOrder,
    LocalDate lastIssueDate) {}
