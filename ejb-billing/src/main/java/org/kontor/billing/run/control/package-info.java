/**
 * Runs: plan, chunks in parallel, checks, ordered numbering, postings, outbox. Their truth is our
 * own tables; after a crash another worker carries on where the last chunk ended. No money rule
 * lives here.
 */
package org.kontor.billing.run.control;
