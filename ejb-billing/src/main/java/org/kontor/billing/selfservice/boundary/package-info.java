/**
 * What a customer's people see of its services and do with them by themselves: changes (S1.10,
 * S1.13–S1.16), conversion of a trial (S1.3, S1.4), the end (S1.36). The policy's {@code
 * portal.selfService} says what is theirs; the acts are those of {@code subscription}.
 */
package org.kontor.billing.selfservice.boundary;
