package org.kontor.web.client.export;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.kontor.billing.charging.boundary.UsageView;
import org.kontor.billing.charging.boundary.UsedMonths;
import org.kontor.billing.invoice.boundary.CustomerInvoices;
import org.kontor.billing.invoice.boundary.InvoiceSummary;
import org.kontor.billing.order.boundary.Orders;
import org.kontor.billing.order.boundary.ProductView;
import org.kontor.billing.policy.boundary.CatalogueNames;
import org.kontor.billing.policy.boundary.Portals;
import org.kontor.billing.subscription.boundary.SubscriptionView;
import org.kontor.billing.subscription.boundary.Subscriptions;
import org.kontor.billing.usage.boundary.UsedDay;
import org.kontor.billing.wallet.boundary.MovementView;
import org.kontor.billing.wallet.boundary.Movements;
import org.kontor.billing.wallet.boundary.Movements.MovementRow;
import org.kontor.billing.wallet.boundary.Period;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.web.client.ClientPage;
import org.kontor.web.client.Rights;
import org.kontor.web.client.TextBean;
import org.kontor.web.client.Visit;
import org.kontor.web.client.invoices.InvoicesPage;
import org.kontor.web.client.movements.MovementsPage;
import org.kontor.web.client.use.UsePage;

/** Writes lists row by row; filters are read as the pages read them. */
@RequestScoped
public class ExportedLists {

  /** Each is the name of the page that shows it. */
  private static final Set<String> NAMES =
      Set.of("invoices", "movements", "use", "services", "people", "messages");

  @Inject private Visit visit;
  @Inject private Subscriptions subscriptions;
  @Inject private Orders orders;
  @Inject private Portals portals;
  @Inject private TextBean texts;
  @Inject private CustomerInvoices invoices;
  @Inject private Movements movements;
  @Inject private UsedMonths months;
  @Inject private InvoicesPage invoicesPage;
  @Inject private MovementsPage movementsPage;
  @Inject private UsePage usePage;
  @Inject private AccountLists account;
  @Inject private Rights rights;

  /** Whether there is such a list, and the visitor may open its page. */
  boolean has(String list) {
    return NAMES.contains(list) && ClientPage.at("/client/" + list).filter(rights::may).isPresent();
  }

  /** Key of what it is called. */
  static String title(String list) {
    return list.equals("services") ? "service.services" : "money.export." + list;
  }

  /**
   * @param list one that there is
   * @param asked the filter of its page, by the names of its parameters
   */
  public void write(String list, UnaryOperator<String> asked, Sheet sheet) throws IOException {
    switch (list) {
      case "invoices" -> invoices(asked, sheet);
      case "movements" -> movements(asked, sheet);
      case "services" -> services(sheet);
      case "people" -> account.people(sheet);
      case "messages" -> account.messages(sheet);
      default -> use(asked, sheet);
    }
  }

  private void invoices(UnaryOperator<String> asked, Sheet sheet) throws IOException {
    filter(asked);
    sheet.head(
        t("money.number"),
        t("money.kind"),
        t("money.issued"),
        t("money.dueDate"),
        t("money.net"),
        t("money.export.vat"),
        t("money.total"),
        t("money.open"),
        t("money.export.currency"),
        t("money.state"));
    Consumer<InvoiceSummary> row =
        i ->
            put(
                sheet,
                i.number(),
                t("money.kind." + i.kind()),
                i.issueDate(),
                i.dueDate(),
                i.net(),
                i.vat(),
                i.total(),
                i.amountDue(),
                i.currency(),
                t("money.state." + i.state()));
    invoices.each(visit.customerId(), invoicesPage.getFilter(), row);
  }

  private void filter(UnaryOperator<String> asked) {
    invoicesPage.setState(asked.apply("state"));
    invoicesPage.setYear(asked.apply("year"));
    invoicesPage.setNumber(asked.apply("number"));
  }

  private void movements(UnaryOperator<String> asked, Sheet sheet) throws IOException {
    movementsPage.setFromText(asked.apply("from"));
    movementsPage.setToText(asked.apply("to"));
    sheet.head(
        t("money.day"),
        t("money.what"),
        t("money.export.details"),
        t("money.amount"),
        t("money.bonus"),
        t("money.balance"),
        t("money.export.currency"));
    Consumer<MovementRow> row =
        m ->
            put(
                sheet,
                m.businessDate(),
                t("money.movement." + m.kind()),
                m.kind() == MovementView.Kind.PAYMENT ? texts.method(m.name()) : m.name(),
                m.amount(),
                m.bonus(),
                m.balance(),
                m.currency());
    Period period = new Period(movementsPage.getFrom(), movementsPage.getTo());
    movements.each(visit.customerId(), period, row);
  }

  private void use(UnaryOperator<String> asked, Sheet sheet) throws IOException {
    usePage.setMonth(asked.apply("month"));
    useHead(sheet);
    for (SubscriptionView service :
        all(after -> subscriptions.living(visit.customerId(), after, Page.MAX_LIMIT))) {
      use(service, months.of(service, usePage.month()), sheet);
    }
  }

  /** Whether the filter that is asked for is one. */
  boolean isUnderstood(String list, UnaryOperator<String> asked) {
    movementsPage.setFromText(asked.apply("from"));
    movementsPage.setToText(asked.apply("to"));
    usePage.setMonth(asked.apply("month"));
    filter(asked);
    return switch (list) {
      case "invoices" -> invoicesPage.getFaults().isEmpty();
      case "movements" -> movementsPage.getFaults().isEmpty();
      case "use" -> usePage.getFaults().isEmpty();
      default -> true;
    };
  }

  /** The use of all months in which each service lived, also of those that have ended. */
  void useOfAllMonths(Sheet sheet) throws IOException {
    useHead(sheet);
    for (SubscriptionView service : services()) {
      UsageView present = months.of(service, null);
      YearMonth last = present.month();
      if (service.endsOn() != null && YearMonth.from(service.endsOn()).isBefore(last)) {
        last = YearMonth.from(service.endsOn());
      }
      YearMonth month = YearMonth.from(service.startedOn());
      for (; !month.isAfter(last); month = month.plusMonths(1)) {
        use(service, month.equals(present.month()) ? present : months.of(service, month), sheet);
      }
    }
  }

  private List<SubscriptionView> services() {
    return all(after -> subscriptions.list(visit.customerId(), after, Page.MAX_LIMIT));
  }

  /** All of a customer's, page by page: each is read and given back. */
  static <T> List<T> all(Function<String, Page<T>> pages) {
    List<T> all = new ArrayList<>();
    String after = null;
    do {
      Page<T> page = pages.apply(after);
      all.addAll(page.items());
      after = page.next();
    } while (after != null);
    return all;
  }

  /** All services, and what was bought. */
  void services(Sheet sheet) throws IOException {
    CatalogueNames names = names();
    sheet.head(
        t("money.service"),
        t("money.state"),
        t("money.export.begins"),
        t("money.export.ends"),
        t("money.export.ordered"));
    for (SubscriptionView service : services()) {
      sheet.row(
          names.plan(service.plan()),
          t("service.state." + service.state()),
          service.startedOn(),
          service.endsOn(),
          service.components().stream()
              .map(one -> names.ordered(service.plan(), one.code(), one.quantity()))
              .collect(Collectors.joining(", ")));
    }
    for (ProductView product : orders.products(visit.customerId())) {
      sheet.row(
          product.name(),
          t("service.product." + product.state()),
          product.activeFrom(),
          product.expiresOn(),
          Long.toString(product.quantity()));
    }
  }

  private CatalogueNames names() {
    return portals.names(visit.getPortal().vendor(), visit.getLanguage().code());
  }

  private void useHead(Sheet sheet) throws IOException {
    sheet.head(t("money.day"), t("money.service"), t("money.use.metric"), t("money.use.value"));
  }

  private void use(SubscriptionView service, UsageView usage, Sheet sheet) throws IOException {
    CatalogueNames names = names();
    for (UsedDay day : usage.days()) {
      sheet.row(
          day.date(),
          names.plan(service.plan()),
          names.metric(day.metric()),
          day.total() == null ? day.last() : day.total());
    }
  }

  private String t(String key) {
    return texts.of(key);
  }

  private static void put(Sheet sheet, Object... cells) {
    try {
      sheet.row(cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
