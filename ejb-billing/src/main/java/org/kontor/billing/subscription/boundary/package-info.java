/**
 * What staff, customers and programs do with subscriptions (S1.1–S1.19, S1.33–S1.36): one
 * transaction each; refusals carry every reason.
 */
package org.kontor.billing.subscription.boundary;
