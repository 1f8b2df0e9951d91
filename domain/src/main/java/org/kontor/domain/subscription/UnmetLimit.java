package org.kontor.domain.subscription;

/** A limit that usage exceeds, as the refusal of a downgrade shows it: "used / allowed" (S1.15). */
public record UnmetLimit(String code, long used, long allowed) {

  @Override
  public String toString() {
    return code + " " + used + "/" + allowed;
  }
}
