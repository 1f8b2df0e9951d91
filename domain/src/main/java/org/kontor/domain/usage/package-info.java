/**
 * What customers used: facts, the figures of a day and of a month, and which facts are accepted.
 * Pure; prices lie in {@code pricing}, storage in the billing module (S2.7, S2.10, S2.11, S3.22).
 */
package org.kontor.domain.usage;
