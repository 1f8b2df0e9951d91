/**
 * Charges on the balance: the daily run (S2.4–S2.12, S2.22), the settlement on the 1st
 * (S3.22–S3.26), corrections of closed days, and how they are booked. Prices are decided in {@code
 * org.kontor.domain.pricing}; restricting access is not done here.
 */
package org.kontor.billing.charging.control;
