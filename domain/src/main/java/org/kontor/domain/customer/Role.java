package org.kontor.domain.customer;

/** What a person is to a customer. */
public enum Role {
  /** Exactly one a customer; the only one that a block spares (S2.17). */
  MAIN_ADMINISTRATOR,
  ADMINISTRATOR,
  STAFF;

  /** Every administrator may top up the balance, nobody else (S3.4). */
  public boolean mayTopUp() {
    return this != STAFF;
  }

  /** Whether it keeps its access when a customer is blocked (S2.17). */
  public boolean isSparedByBlock() {
    return this == MAIN_ADMINISTRATOR;
  }
}
