package org.kontor.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.kontor.billing.wallet.boundary.Movements;

/** The entries on the left: no more than a person can take in at a glance. */
@RequestScoped
@Named
public class Navigation {

  @Inject private HttpServletRequest request;
  @Inject private Rights rights;
  @Inject private Visit visit;
  @Inject private Movements movements;

  private List<Entry> entries;

  /** What the visitor may open, and has something to do with. */
  public List<Entry> getEntries() {
    if (entries == null) {
      ClientPage here = ClientPage.at(request.getServletPath()).orElse(null);
      entries =
          Arrays.stream(ClientPage.values())
              .filter(page -> page.label() != null && rights.may(page) && concerns(page))
              .map(page -> new Entry(page.path(), page.label(), page == here))
              .toList();
    }
    return entries;
  }

  private boolean concerns(ClientPage page) {
    return page != ClientPage.WALLET || movements.hasBalance(visit.customerId());
  }

  /**
   * @param label key of its text
   */
  public record Entry(String address, String label, boolean current) {}
}
