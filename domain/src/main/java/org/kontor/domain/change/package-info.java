/**
 * What changes a running subscription: activation (S1.4, S1.34, S2.6, S3.25), upgrades, guarded
 * downgrades and what they cost (S1.10–S1.17). Decides; stores nothing.
 */
package org.kontor.domain.change;
