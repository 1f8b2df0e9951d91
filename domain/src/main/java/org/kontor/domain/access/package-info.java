/**
 * Who may do what, because of what, until when, and what comes next: one pure function gives the
 * whole future of a case of debt, and the decision at log-in, the nightly run, notices, previews
 * and timelines all read it (S1.28–S1.39, S2.13–S2.24, S3.10–S3.20). It restricts and restores; it
 * deletes nothing (retention does) and books nothing.
 */
package org.kontor.domain.access;
