package org.kontor.crm.access.boundary;

import java.util.Set;

/**
 * Whoever acts.
 *
 * @param keyId of the API key, 0 when it is not a key
 * @param name for the audit
 * @param vendorCode the only vendor it sees; null: all
 * @param scopes what it may do; {@link Scope#ADMIN} implies all
 */
public record Identity(long keyId, String name, String vendorCode, Set<String> scopes) {

  /** Timers and runs: not a caller from outside. */
  public static final Identity SYSTEM = new Identity(0, "system", null, Set.of(Scope.ADMIN));

  /** A caller from outside that has shown nothing. Sees no vendor. */
  public static final Identity ANONYMOUS = new Identity(0, "anonymous", "", Set.of());

  public Identity {
    scopes = Set.copyOf(scopes);
  }

  /** How the audit names it. */
  public String actor() {
    return keyId == 0 ? name : "api-key/" + keyId;
  }

  public boolean may(String scope) {
    return scopes.contains(scope) || scopes.contains(Scope.ADMIN);
  }

  public boolean sees(String vendor) {
    return vendorCode == null || vendorCode.equals(vendor);
  }
}
