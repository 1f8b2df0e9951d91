package org.kontor.billing.selfservice.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What the end of a service would bring.
 *
 * @param lastDay of service
 * @param deletesOn day at whose begin its data is deleted; null where the policy deletes nothing
 * @param keptThrough last day on which a fiscal document of today keeps its buyer's name
 * @param owed what is open now
 * @param waiting whether a change waits that will lapse
 * @param version of the service, that the act names again
 */
public record OwnEnding(
    LocalDate lastDay,
    LocalDate deletesOn,
    LocalDate keptThrough,
    BigDecimal owed,
    String currency,
    boolean waiting,
    int version) {}
