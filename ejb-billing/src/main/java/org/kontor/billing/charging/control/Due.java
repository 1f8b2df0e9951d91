package org.kontor.billing.charging.control;

import java.time.LocalDate;
import java.util.List;
import org.kontor.domain.ledger.LowBalanceAlert;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.pricing.ChargeLine;

/**
 * Lines of one subscription for one business date, to be taken from its customer's balance.
 *
 * @param pack the version that priced them
 * @param alert of its customer; null where it wants to hear of none
 */
record Due(
    long customerId,
    long subscriptionId,
    LocalDate date,
    PolicyPack pack,
    List<ChargeLine> lines,
    LowBalanceAlert alert) {}
