package org.kontor.crm.customer.boundary;

import java.time.Instant;
import java.util.Set;
import org.kontor.domain.customer.FineRight;
import org.kontor.domain.customer.Role;

/**
 * A person as the administrators of its customer see it.
 *
 * @param name empty of somebody who was invited from elsewhere and has not come yet: its name is
 *     none of this customer's knowledge
 * @param invitedUntil when the invitation ends or ended; null when there was none
 * @param lastUsedAt when the person was last there for this customer; null: not yet
 * @param secondFactor whether it has to show one, of those who have been there
 */
public record PersonStanding(
    long id,
    String name,
    String email,
    Role role,
    Set<FineRight> rights,
    State state,
    Instant invitedUntil,
    Instant lastUsedAt,
    boolean secondFactor) {

  /** How far the person has come. */
  public enum State {
    /** Has been there. */
    KNOWN,
    INVITED,
    /** Its invitation is too old, or was used for something else. */
    EXPIRED,
    NOT_INVITED
  }

  /** By its name, else by its address. */
  public String called() {
    return name.isEmpty() ? email : name;
  }
}
