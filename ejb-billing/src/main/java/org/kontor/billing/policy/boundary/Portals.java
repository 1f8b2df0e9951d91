package org.kontor.billing.policy.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.crm.platform.boundary.BookClock;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Seller;

/** Whose client area answers at a host name. */
@ApplicationScoped
public class Portals {

  private static final String LOCAL = ".localhost";

  private final PolicyBook policies;
  private final BookClock clock;

  @Inject
  public Portals(PolicyBook policies, BookClock clock) {
    this.policies = policies;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected Portals() {
    this(null, null);
  }

  /**
   * The client area of the vendor to whom this host name belongs, by its policy pack; {@code
   * <vendor>.localhost} works on every machine that runs the server itself.
   *
   * @param host as the browser sent it, without the port
   */
  public Optional<PortalView> at(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    Instant now = clock.now();
    if (name.endsWith(LOCAL)) {
      String vendor = name.substring(0, name.length() - LOCAL.length());
      return policies.find(vendor, now).map(Portals::view);
    }
    return policies.atHost(name, now).map(Portals::view);
  }

  /** All of them, by vendor: for the page that stands at an address that is nobody's. */
  public List<PortalView> all() {
    LocalDate today = clock.today(ZoneOffset.UTC);
    return policies.vendors().stream()
        .map(vendor -> view(policies.recently(vendor.code(), today)))
        .toList();
  }

  /**
   * A request that changes nothing begins: until its end policies stand for it as they were at its
   * first question, and whether there are new ones is asked once.
   */
  public void beginReading() {
    policies.beginReading();
  }

  public void endReading() {
    policies.endReading();
  }

  /**
   * How the vendor calls today what it sells.
   *
   * @param language ISO 639-1
   */
  public CatalogueNames names(String vendor, String language) {
    PolicyPack pack = policies.recently(vendor, clock.today(ZoneOffset.UTC));
    LocalDate today = clock.today(pack.seller().zone());
    return new CatalogueNames(policies.recently(vendor, today), language);
  }

  private static PortalView view(PolicyPack pack) {
    Seller seller = pack.seller();
    return new PortalView(
        pack.code(),
        seller.name(),
        seller.legalName(),
        seller.registrationId(),
        seller.vatId(),
        seller.address(),
        seller.email(),
        seller.languages(),
        seller.zone(),
        seller.currency(),
        pack.portal(),
        pack.trial());
  }
}
