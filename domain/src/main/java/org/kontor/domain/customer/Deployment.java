package org.kontor.domain.customer;

/** Where a customer's installation runs (S1.19). */
public enum Deployment {
  SHARED,
  DEDICATED_MANAGED
}
