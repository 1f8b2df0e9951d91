/** Subscriptions, quantities over time, limits raised by staff, and changes of plan, as stored. */
package org.kontor.billing.subscription.entity;
