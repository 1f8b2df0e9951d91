package org.kontor.web.client.export;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.kontor.billing.charging.boundary.UsedMonths;
import org.kontor.billing.invoice.boundary.CustomerInvoices;
import org.kontor.billing.invoice.boundary.InvoiceSummary;
import org.kontor.billing.order.boundary.Orders;
import org.kontor.billing.order.boundary.ProductView;
import org.kontor.billing.subscription.boundary.SubscriptionView;
import org.kontor.billing.subscription.boundary.Subscriptions;
import org.kontor.billing.usage.boundary.UsedDay;
import org.kontor.billing.wallet.boundary.MovementView;
import org.kontor.billing.wallet.boundary.Movements;
import org.kontor.billing.wallet.boundary.Movements.MovementRow;
import org.kontor.billing.wallet.boundary.Period;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.web.client.TextBean;
import org.kontor.web.client.Visit;
import org.kontor.web.client.invoices.InvoicesPage;
import org.kontor.web.client.movements.MovementsPage;
import org.kontor.web.client.use.UsePage;
import org.kontor.web.client.wallet.Charged;

/** Writes the lists of the money pages row by row; filters are read as the pages read them. */
@RequestScoped
public class ExportedLists {

  static final Set<String> NAMES = Set.of("invoices", "movements", "use");

  private static final int MOST_MONTHS = 120;

  @Inject private Visit visit;
  @Inject private Subscriptions subscriptions;
  @Inject private Orders orders;
  @Inject private TextBean texts;
  @Inject private CustomerInvoices invoices;
  @Inject private Movements movements;
  @Inject private UsedMonths months;
  @Inject private Charged charged;
  @Inject private InvoicesPage invoicesPage;
  @Inject private MovementsPage movementsPage;
  @Inject private UsePage usePage;

  /**
   * @param list one of {@link #NAMES}
   * @param asked the filter of its page, by the names of its parameters
   */
  public void write(String list, UnaryOperator<String> asked, Sheet sheet) throws IOException {
    switch (list) {
      case "invoices" -> invoices(asked, sheet);
      case "movements" -> movements(asked, sheet);
      default -> use(asked, sheet);
    }
  }

  private void invoices(UnaryOperator<String> asked, Sheet sheet) throws IOException {
    invoicesPage.setState(asked.apply("state"));
    invoicesPage.setYear(asked.apply("year"));
    invoicesPage.setNumber(asked.apply("number"));
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

  private void movements(UnaryOperator<String> asked, Sheet sheet) throws IOException {
    movementsPage.setFromText(asked.apply("from"));
    movementsPage.setToText(asked.apply("to"));
    sheet.head(
        t("money.day"),
        t("money.what"),
        t("money.export.name"),
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
    for (SubscriptionView service : charged.services()) {
      use(service, usePage.month(), sheet);
    }
  }

  /** The use of all months since each service began, of ten years at most. */
  void useOfAllMonths(Sheet sheet) throws IOException {
    useHead(sheet);
    for (SubscriptionView service : charged.services()) {
      YearMonth last = months.of(service.id(), null).month();
      YearMonth first = YearMonth.from(service.startedOn());
      YearMonth earliest = last.minusMonths(MOST_MONTHS);
      for (YearMonth month = first.isBefore(earliest) ? earliest : first;
          !month.isAfter(last);
          month = month.plusMonths(1)) {
        use(service, month, sheet);
      }
    }
  }

  /** All services, and what was bought. */
  void services(Sheet sheet) throws IOException {
    sheet.head(
        t("money.service"),
        t("money.state"),
        t("service.since"),
        t("service.product.until"),
        t("service.option.ordered"));
    for (SubscriptionView service :
        subscriptions.list(visit.customerId(), null, Page.MAX_LIMIT).items()) {
      sheet.row(
          service.planName() == null ? service.plan() : service.planName(),
          t("service.state." + service.state()),
          service.startedOn(),
          service.endsOn(),
          service.components().stream()
              .map(component -> component.code() + " × " + component.quantity())
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

  private void useHead(Sheet sheet) throws IOException {
    sheet.head(t("money.day"), t("money.service"), t("money.use.metric"), t("money.use.value"));
  }

  private void use(SubscriptionView service, YearMonth month, Sheet sheet) throws IOException {
    for (UsedDay day : months.of(service.id(), month).days()) {
      sheet.row(
          day.date(),
          service.planName(),
          day.metric(),
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
