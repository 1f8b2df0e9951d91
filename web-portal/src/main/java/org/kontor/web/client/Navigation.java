package org.kontor.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.billing.wallet.boundary.Movements;
import org.kontor.crm.platform.boundary.BookClock;
import org.kontor.domain.money.Money;
import org.kontor.web.client.ClientPage.Section;

/** The entries on the left, one for each section, and the tabs below the title. */
@RequestScoped
@Named
public class Navigation {

  @Inject private HttpServletRequest request;
  @Inject private Rights rights;
  @Inject private Visit visit;
  @Inject private Movements movements;
  @Inject private BookClock clock;

  private Map<Section, List<ClientPage>> found;
  private Optional<Money> balance;

  /** One entry for each section in which the visitor may open anything. */
  public List<Entry> getEntries() {
    Section here = section();
    return pages().entrySet().stream()
        .map(
            section -> {
              List<ClientPage> inside = section.getValue();
              ClientPage first = inside.get(0);
              String label = inside.size() == 1 ? first.label() : section.getKey().label();
              return new Entry(first.path(), label, section.getKey() == here);
            })
        .toList();
  }

  /** The pages beside this one; empty where it has none. */
  public List<Entry> getTabs() {
    ClientPage here = here().orElse(null);
    if (here == null || here.label() == null) {
      return List.of();
    }
    List<ClientPage> beside = pages().getOrDefault(here.section(), List.of());
    return beside.size() < 2
        ? List.of()
        : beside.stream().map(page -> new Entry(page.path(), page.label(), page == here)).toList();
  }

  /**
   * Whether this is that page.
   *
   * @param page name of a {@link ClientPage}
   */
  public boolean at(String page) {
    return here().filter(ClientPage.valueOf(page)::equals).isPresent();
  }

  private Optional<ClientPage> here() {
    return ClientPage.at(request.getServletPath());
  }

  /** Who has no balance pays invoices: there is the way to pay looked for. */
  private Section section() {
    ClientPage page = here().orElse(null);
    if (page == ClientPage.PAY && balance().isEmpty()) {
      return Section.INVOICES;
    }
    return page == null ? null : page.section();
  }

  private Map<Section, List<ClientPage>> pages() {
    if (found == null) {
      found =
          Arrays.stream(ClientPage.values())
              .filter(page -> page.label() != null && rights.may(page) && concerns(page))
              .collect(
                  Collectors.groupingBy(
                      ClientPage::section,
                      () -> new EnumMap<>(Section.class),
                      Collectors.toList()));
    }
    return found;
  }

  private boolean concerns(ClientPage page) {
    boolean ofBalance = page == ClientPage.WALLET || page == ClientPage.MOVEMENTS;
    return !ofBalance || balance().isPresent();
  }

  /** Shown above every page to who may open the wallet; null to all others. */
  public Money getBalance() {
    return rights.may(ClientPage.WALLET) ? balance().orElse(null) : null;
  }

  private Optional<Money> balance() {
    if (balance == null) {
      balance = movements.balance(visit.customerId());
    }
    return balance;
  }

  /**
   * The page above this one, where this one stands in no tab: that to which one goes back.
   *
   * @return null where there is none that the visitor may open
   */
  public Entry getAbove() {
    return here()
        .flatMap(ClientPage::above)
        .map(page -> page == ClientPage.WALLET && balance().isEmpty() ? ClientPage.INVOICES : page)
        .filter(rights::may)
        .map(page -> new Entry(page.path(), page.label(), false))
        .orElse(null);
  }

  /** The day of a simulated book, so that nobody takes it for a real one; null in production. */
  public LocalDate getSimulatedDay() {
    return clock.isSimulated() ? clock.today(visit.getPortal().zone()) : null;
  }

  /**
   * @param label key of its text
   */
  public record Entry(String address, String label, boolean current) {

    /** Name of the sign beside it: the page's own. */
    public String icon() {
      return address.substring(address.lastIndexOf('/') + 1);
    }
  }
}
