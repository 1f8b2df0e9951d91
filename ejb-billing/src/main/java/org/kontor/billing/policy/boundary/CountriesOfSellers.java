package org.kontor.billing.policy.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.billing.policy.control.VendorRow;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.time.CalendarUse;

/** Tells which countries' calendars are needed: those in which the sellers sit. */
@ApplicationScoped
public class CountriesOfSellers implements CalendarUse {

  private final PolicyBook book;

  @Inject
  public CountriesOfSellers(PolicyBook book) {
    this.book = book;
  }

  /** For the container's proxy. */
  protected CountriesOfSellers() {
    this(null);
  }

  @Override
  public Set<String> countries(LocalDate on) {
    Set<String> countries = new TreeSet<>();
    for (VendorRow vendor : book.vendors()) {
      List<PolicyPack> versions = book.versions(vendor.code());
      PolicyPack pack =
          versions.stream()
              .filter(version -> !version.effectiveFrom().isAfter(on))
              .reduce((older, newer) -> newer)
              .orElse(versions.get(0));
      countries.add(pack.seller().address().country());
    }
    return countries;
  }
}
