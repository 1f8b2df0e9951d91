package org.kontor.crm.platform.boundary;

import jakarta.enterprise.context.RequestScoped;
import org.kontor.crm.platform.boundary.Idempotency.Slot;

/** The call being done, where its caller gave it an Idempotency-Key. */
@RequestScoped
public class KeyedCall {

  private Slot slot;
  private byte[] inputHash;

  /** Set once per request by whoever read the key. */
  public void is(Slot named, byte[] hash) {
    slot = named;
    inputHash = hash.clone();
  }

  boolean isNamed() {
    return slot != null;
  }

  Slot slot() {
    return slot;
  }

  byte[] inputHash() {
    return inputHash.clone();
  }
}
