package org.kontor.billing.bookaudit.boundary;

import java.time.Instant;

/**
 * The last audit of a vendor's book.
 *
 * @param auditedAt real time; null before the first one
 * @param findings how many differences there were
 * @param detail the first of them, a line each; empty when the book is sound
 */
public record BookAuditView(
    String vendor, Instant auditedAt, boolean sound, long findings, String detail) {}
