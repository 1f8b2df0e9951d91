package org.kontor.crm.access.boundary;

import jakarta.enterprise.context.RequestScoped;
import org.kontor.crm.platform.boundary.Actor;
import org.kontor.crm.platform.boundary.NotFound;

/**
 * Who acts in this request. Boundaries ask it for the vendor restriction: what belongs to another
 * vendor looks as if it did not exist. Outside of a request from outside (timers, runs) it is the
 * system itself.
 */
@RequestScoped
public class Caller implements Actor {

  private Identity identity = Identity.SYSTEM;

  /** Set once per request by whoever authenticated it. */
  public void becomes(Identity authenticated) {
    identity = authenticated;
  }

  public Identity identity() {
    return identity;
  }

  @Override
  public String actor() {
    return identity.actor();
  }

  public boolean sees(String vendorCode) {
    return identity.sees(vendorCode);
  }

  /** Refuses with NOT_FOUND when the thing belongs to a vendor that the caller does not see. */
  public void mustSee(String vendorCode, String what) {
    if (!sees(vendorCode)) {
      throw NotFound.of(what);
    }
  }

  /**
   * The vendor to filter a list by: the asked one, or the only one that the caller sees.
   *
   * @param asked vendor code sent by the caller, null for all
   * @return null for all vendors
   */
  public String vendorFilter(String asked) {
    if (asked != null) {
      mustSee(asked, "vendor");
      return asked;
    }
    return identity.vendorCode();
  }
}
