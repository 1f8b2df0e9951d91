/**
 * What customers used: facts are recorded once under the sender's key, late ones only as corrections,
 * and shown by day with what they cost so far (S2.7, S2.10, S2.11, S3.22). Charging them is the
 * business of {@code org.kontor.billing.charging}.
 */
package org.kontor.billing.usage.boundary;
