package org.kontor.domain.retention;

import java.time.LocalDate;
import org.kontor.domain.money.Money;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;

/**
 * What an account is at one moment, as far as its end depends on it.
 *
 * @param lastLogin local day on which somebody last logged in, or null
 * @param balance paid money, bonus included (settled reading of S3.32)
 * @param overdue whether an invoice of it is overdue and not paid in full (S1.30, S1.35)
 * @param promised whether a promised payment, a hold of access or the word that a transfer is under
 *     way lets people in although the debt stands
 * @param held whether staff keep it from deletion, with a reason
 * @param quietUntil last day without a new notice after a cancellation or a restore, or null
 */
public record LifeFacts(
    State state,
    LocalDate createdOn,
    LocalDate lastLogin,
    Money balance,
    boolean overdue,
    boolean promised,
    boolean held,
    LocalDate quietUntil) {}
