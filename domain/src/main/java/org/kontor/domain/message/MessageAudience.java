package org.kontor.domain.message;

import java.util.Set;
import org.kontor.domain.customer.Role;

/** Whom a message is meant for. */
public enum MessageAudience {
  /** The owner (S2.17, S3.35). */
  MAIN_ADMINISTRATOR(Set.of(Role.MAIN_ADMINISTRATOR)),
  /** Everybody with that role, the owner included (S3.14). */
  ADMINISTRATOR(Set.of(Role.MAIN_ADMINISTRATOR, Role.ADMINISTRATOR)),
  /** The administrators but for the owner (S2.18). */
  OTHER_ADMINISTRATOR(Set.of(Role.ADMINISTRATOR)),
  /** Only those who are no administrators. */
  STAFF(Set.of(Role.STAFF)),
  ALL(Set.of(Role.values())),
  /** The one person whose id the message's value {@code person} holds; mail only. */
  PERSON(Set.of()),
  /**
   * Somebody who is no customer: at the address and in the language that the message's values
   * {@code address} and {@code language} hold; mail only.
   */
  STRANGER(Set.of()),
  /**
   * The customer's own address, else the main administrator; mail only, because an address reads no
   * notices.
   */
  BILLING(Set.of(Role.MAIN_ADMINISTRATOR)),
  /** The same, and the customer's further addresses for documents (PAGES C20). */
  DOCUMENTS(Set.of(Role.MAIN_ADMINISTRATOR));

  private final Set<Role> roles;

  MessageAudience(Set<Role> roles) {
    this.roles = roles;
  }

  /**
   * Whether it is a gap when nobody of it has an address. Who has no second administrator and no
   * staff lacks nobody.
   */
  public boolean mustBeReached() {
    return means(Role.MAIN_ADMINISTRATOR);
  }

  /** Whether addresses are meant before people are. */
  public boolean isAddress() {
    return this == BILLING || this == DOCUMENTS;
  }

  /** Whether a person with that role is meant. */
  public boolean means(Role role) {
    return roles.contains(role);
  }
}
