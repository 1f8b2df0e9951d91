/**
 * What is being used this month and what it costs so far (S3.22). The charges themselves are shown by
 * the ledger.
 */
package org.kontor.billing.charging.boundary;
