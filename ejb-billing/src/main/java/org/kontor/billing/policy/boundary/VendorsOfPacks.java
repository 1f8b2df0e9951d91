package org.kontor.billing.policy.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.billing.policy.control.VendorRow;
import org.kontor.domain.customer.VendorDirectory;
import org.kontor.domain.policy.PolicyPack;

/** Tells the CRM which vendors there are: those with a policy pack. */
@ApplicationScoped
public class VendorsOfPacks implements VendorDirectory {

  private final PolicyBook book;

  @Inject
  public VendorsOfPacks(PolicyBook book) {
    this.book = book;
  }

  /** For the container's proxy. */
  protected VendorsOfPacks() {
    this(null);
  }

  @Override
  public Optional<Vendor> find(String vendorCode, LocalDate on) {
    if (vendorCode == null || !book.knows(vendorCode)) {
      return Optional.empty();
    }
    VendorRow row = book.vendor(vendorCode);
    List<PolicyPack> versions = book.versions(vendorCode);
    PolicyPack pack =
        versions.stream()
            .filter(version -> !version.effectiveFrom().isAfter(on))
            .reduce((older, newer) -> newer)
            .orElse(versions.get(0));
    return Optional.of(
        new Vendor(
            row.code(),
            row.zone(),
            row.currency().getCurrencyCode(),
            pack.seller().languages(),
            row.bookFrom()));
  }
}
