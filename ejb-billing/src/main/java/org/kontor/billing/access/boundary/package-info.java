/**
 * Access: who may do what, because of what, until when, and what comes next (S1.28–S1.39,
 * S2.13–S2.24, S3.10–S3.20); promised payments (S2.28–S2.36), holds, notices of transfers, and the
 * log-ins of the vendor's application. It restricts and restores; it deletes nothing and books
 * nothing.
 */
package org.kontor.billing.access.boundary;
