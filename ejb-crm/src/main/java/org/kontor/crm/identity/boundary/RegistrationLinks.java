package org.kontor.crm.identity.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalLong;
import org.kontor.crm.identity.control.ProofLinks;
import org.kontor.crm.identity.control.ProofLinks.Kind;

/**
 * Links by which strangers show that an address is their own. Nothing of their secret is stored.
 */
@ApplicationScoped
public class RegistrationLinks {

  @Inject private ProofLinks links;

  /** What the mail carries. */
  public String address(String vendor, long registration) {
    return links.address(Kind.REGISTRATION, vendor, registration);
  }

  /** The number of the registration whose token this is; empty when it was not made here. */
  public Optional<Long> registration(String token) {
    if (token == null) {
      return Optional.empty();
    }
    OptionalLong found = links.proof(Kind.REGISTRATION, token);
    return found.isPresent() ? Optional.of(found.getAsLong()) : Optional.empty();
  }
}
