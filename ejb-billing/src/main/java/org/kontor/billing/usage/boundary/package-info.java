/**
 * What customers used: facts are recorded once under the sender's key, late ones only as
 * corrections (S2.7, S2.10, S2.11). Charging them, and what they cost so far, is the business of
 * {@code org.kontor.billing.charging}.
 */
package org.kontor.billing.usage.boundary;
