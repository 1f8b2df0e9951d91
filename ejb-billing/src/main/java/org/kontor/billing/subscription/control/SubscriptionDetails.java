package org.kontor.billing.subscription.control;

import java.util.List;
import java.util.Map;
import org.kontor.billing.subscription.entity.PlanChange;
import org.kontor.billing.subscription.entity.SubscriptionComponent;

/**
 * What the views of some subscriptions show beside their own rows, by subscription id; read for all
 * of them at once.
 *
 * @param components in force
 * @param waiting changes that wait for their day
 * @param usage by metric; only of those whose fee depends on it
 */
public record SubscriptionDetails(
    Map<Long, List<SubscriptionComponent>> components,
    Map<Long, List<PlanChange>> waiting,
    Map<Long, Map<String, Long>> usage) {}
