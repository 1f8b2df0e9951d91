/**
 * Subscriptions with components and limits (S1.10–S1.19): changes, guarded downgrades, trial.
 * Decides; stores nothing.
 */
package org.kontor.domain.subscription;
