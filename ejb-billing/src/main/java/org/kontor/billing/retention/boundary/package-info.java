/**
 * The life of an account until its data is gone (S1.2–S1.6, S1.29–S1.32, S1.36, S3.29–S3.45,
 * STANDARDS D.6, D.9): cases, holds, terminations, approvals by a second person, restores and
 * certificates. Dates are decided by {@code domain.retention}. It does not say who may enter
 * meanwhile, and sends no mail: it writes what happened and asks whether people were told.
 */
package org.kontor.billing.retention.boundary;
