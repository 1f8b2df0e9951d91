package org.kontor.domain.customer;

/** What a person is to a customer. */
public enum Role {
  /** Exactly one a customer (S2.17). */
  MAIN_ADMINISTRATOR,
  ADMINISTRATOR,
  STAFF
}
