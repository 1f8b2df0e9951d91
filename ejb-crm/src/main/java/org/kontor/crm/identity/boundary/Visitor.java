package org.kontor.crm.identity.boundary;

import java.time.Duration;
import java.time.Instant;
import org.kontor.domain.customer.Position;
import org.kontor.domain.customer.Role;

/**
 * Who is signed in, for whom it acts, and since when.
 *
 * @param zone in which it wants to read moments, an id of the IANA time zone database; null: its
 *     vendor's
 * @param customerId 0 when the person belongs to no customer any more
 * @param customerName empty likewise
 * @param position null likewise
 * @param customers how many it belongs to
 * @param proven how long ago the person last proved who it is
 * @param left how long the session can last at most, whatever the person does
 * @param before the book's time when the session before this one began; null when this is the first
 */
public record Visitor(
    long sessionId,
    long personId,
    String name,
    String email,
    String language,
    String zone,
    String vendor,
    long customerId,
    String customerName,
    Position position,
    int customers,
    Duration proven,
    Duration left,
    Instant before) {

  /** So recently must a person have proved who it is for what cannot be undone. */
  public static final Duration STEP_UP = Duration.ofMinutes(15);

  /** Null when it belongs to no customer any more. */
  public Role role() {
    return position == null ? null : position.role();
  }

  public boolean hasJustProven() {
    return proven.compareTo(STEP_UP) < 0;
  }
}
