package org.kontor.billing.subscription.control;

import java.time.LocalDate;
import org.kontor.billing.subscription.entity.Subscription;
import org.kontor.domain.change.Activation.Activated;
import org.kontor.domain.subscription.Terms;

/**
 * A subscription about to begin: everything is decided, nothing is stored.
 *
 * @param start first day
 * @param paying how paying begins; null for a trial
 */
public record Beginning(
    Subscription subscription, Terms terms, LocalDate start, LocalDate today, Activated paying) {}
