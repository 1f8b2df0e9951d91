/**
 * The policy pack: every number of a vendor's rules, versioned with an effective date. Pure data;
 * the engine holds none of these constants.
 */
package org.kontor.domain.policy;
