package org.kontor.billing.usage.boundary;

import java.time.Instant;

/**
 * A fact about the use of a subscription, as its sender says it.
 *
 * @param metric code of the vendor's policy pack, for example {@code headcount}
 * @param key the sender's name for this fact: sent twice, it is one fact
 * @param occurredAt moment from which a counted state holds, or at which units were used
 * @param quantity the state's new value, or the number of units; negative only in a correction, to
 *     take back units that were counted too much on that day
 * @param evidence what was counted, for example the list of employees (S2.11); may be left out
 * @param correction true for a fact of a day that is already charged; one for the same moment as an
 *     earlier fact stands for it
 */
public record NewFact(
    Long subscriptionId,
    String metric,
    String key,
    Instant occurredAt,
    Long quantity,
    String evidence,
    Boolean correction) {}
