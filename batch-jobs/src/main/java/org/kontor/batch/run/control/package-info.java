/**
 * The artefacts of the job {@code billing-run}. They hold no rule: each calls one step of the run.
 */
package org.kontor.batch.run.control;
