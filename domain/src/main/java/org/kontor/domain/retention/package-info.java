/**
 * The life of an account until its data is gone: who is told that it ends, on which days, what
 * stops it, when it is deleted, until when it can be undone, and when nothing is left (S1.2–S1.6,
 * S1.29–S1.32, S1.36, S3.27, S3.29–S3.45, STANDARDS D.9). One set of dated steps for the nightly
 * run, the account's future timeline and the tests. Who may enter meanwhile is said by {@code
 * domain.access}.
 */
package org.kontor.domain.retention;
