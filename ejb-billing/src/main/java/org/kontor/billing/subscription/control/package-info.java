/**
 * Subscriptions, their changes, trials and limits: loads what the domain needs, stores what it
 * decided, and does the bulk work at a trial's end and on the day of a change. No rule is decided
 * here.
 */
package org.kontor.billing.subscription.control;
