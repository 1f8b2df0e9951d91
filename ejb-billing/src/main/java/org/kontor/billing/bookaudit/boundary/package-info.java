/**
 * The nightly audit of each vendor's book (QUALITY R1, R6): the ledger against its transfers, open
 * items against documents, buckets, numbers. What it finds is kept, shown at the health page and
 * written into the server's log. Not here: any repair.
 */
package org.kontor.billing.bookaudit.boundary;
