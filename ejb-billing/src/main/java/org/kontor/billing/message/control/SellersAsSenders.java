package org.kontor.billing.message.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.domain.message.Senders;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Seller;

/** The seller of the policy pack in force writes the messages. */
@ApplicationScoped
public class SellersAsSenders implements Senders {

  private final PolicyBook book;

  @Inject
  public SellersAsSenders(PolicyBook book) {
    this.book = book;
  }

  /** For the container's proxy. */
  protected SellersAsSenders() {
    this(null);
  }

  @Override
  public Sender of(String vendorCode, LocalDate on) {
    List<PolicyPack> versions = book.versions(vendorCode);
    PolicyPack pack =
        versions.stream()
            .filter(version -> !version.effectiveFrom().isAfter(on))
            .reduce((older, newer) -> newer)
            .orElse(versions.get(0));
    Seller seller = pack.seller();
    return new Sender(seller.name(), seller.email(), seller.zone());
  }
}
