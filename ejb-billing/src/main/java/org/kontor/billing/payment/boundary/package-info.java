/**
 * Money in (S1.30, S2.25, S2.26, S3.4, S3.7, S3.9, S3.28, S5.4, S5.15, S5.21): recorded once under
 * vendor, method and external key, allocated to invoices or put on the balance. Not here: gateways
 * and their notifications, reading bank statements, refunds.
 */
package org.kontor.billing.payment.boundary;
