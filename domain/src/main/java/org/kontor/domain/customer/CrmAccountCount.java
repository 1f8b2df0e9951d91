package org.kontor.domain.customer;

/** How many CRM accounts a customer uses, for the limits of plans (S1.7, S1.8, S1.9, S1.14). */
public interface CrmAccountCount {

  /** Organisations with a file in the customer's CRM module; each once, whatever its roles. */
  long count(long customerId);
}
