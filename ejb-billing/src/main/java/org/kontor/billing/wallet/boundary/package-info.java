/**
 * The customer's balance as he sees it (S3.21–S3.24, S5.4): now, used this month, every movement
 * with the balance after it, every charge with what it consists of. Reads only. Not here: charging,
 * payments, access by balance.
 */
package org.kontor.billing.wallet.boundary;
