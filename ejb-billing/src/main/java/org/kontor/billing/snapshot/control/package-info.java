/**
 * Subscriptions as bulk runs read them: set-wise, as plain values of the domain. Apart from the
 * subscriptions themselves, because invoices need this and subscriptions need invoices.
 */
package org.kontor.billing.snapshot.control;
