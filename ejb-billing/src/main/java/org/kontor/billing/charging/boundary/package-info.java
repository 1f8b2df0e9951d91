/**
 * What a subscription used by day, and what the current month costs so far (S3.22). The charges
 * themselves are shown by the wallet.
 */
package org.kontor.billing.charging.boundary;
