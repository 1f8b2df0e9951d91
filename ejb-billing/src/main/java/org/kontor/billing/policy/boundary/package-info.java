/**
 * Policy packs (S2.2, S4.8): importing, checking, comparing and giving out versions of a vendor's
 * rules. A version never changes; documents keep the one they were made with. What a rule does is
 * decided where it is applied, not here.
 */
package org.kontor.billing.policy.boundary;
