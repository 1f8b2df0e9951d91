/**
 * Reads what decides on access, keeps the cases of debt, and changes them in the transaction of
 * whatever changed the money (S1.30, S2.36, S3.17).
 */
package org.kontor.billing.access.control;
