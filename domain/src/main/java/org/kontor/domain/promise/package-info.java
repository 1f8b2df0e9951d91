/**
 * The promised payment: a customer whose balance is exhausted takes some days in which nobody is
 * blocked (S2.28–S2.36). It gives no credit and books nothing; what it does to access is a relief
 * in {@link org.kontor.domain.access.AccessSchedule}.
 */
package org.kontor.domain.promise;
