package org.kontor.web.client.pay;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.billing.payment.boundary.TopUps;
import org.kontor.billing.payment.boundary.Transfer;
import org.kontor.billing.payment.boundary.Transfers;
import org.kontor.domain.text.AmountReader;
import org.kontor.web.client.Visit;

/** The transfer that an address asks for: for open documents by their ids, or for an amount. */
@RequestScoped
public class ChosenTransfer {

  private static final int MOST = 200;
  private static final String NUMBER = "\\d{1,18}";

  @Inject private Visit visit;
  @Inject private Transfers transfers;
  @Inject private TopUps topUps;

  /**
   * @param invoices the documents; where there are any, the amount does not count
   * @param amount as it was typed; null when none was
   * @return empty when nothing was chosen, or the amount is none
   * @throws org.kontor.domain.problem.Refused see {@link Transfers}
   */
  Optional<Transfer> of(Set<Long> invoices, String amount) {
    String language = visit.getLanguage().code();
    if (!invoices.isEmpty()) {
      return Optional.of(transfers.ofInvoices(visit.customerId(), invoices, language));
    }
    return amount == null
        ? Optional.empty()
        : sum(amount).map(sum -> transfers.ofTopUp(visit.customerId(), sum, language));
  }

  private Optional<BigDecimal> sum(String amount) {
    Currency currency = Currency.getInstance(topUps.offer(visit.customerId()).currency());
    return AmountReader.read(amount, currency.getDefaultFractionDigits());
  }

  /** What of an address are ids of documents. */
  static Set<Long> invoices(String... sent) {
    return Stream.of(sent)
        .filter(text -> text.matches(NUMBER))
        .limit(MOST)
        .map(Long::valueOf)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The choice as it stands in an address. */
  static String query(Set<Long> invoices, String amount) {
    if (!invoices.isEmpty()) {
      return "?" + invoices.stream().map(id -> "invoice=" + id).collect(Collectors.joining("&"));
    }
    return amount == null ? "" : "?amount=" + URLEncoder.encode(amount, StandardCharsets.UTF_8);
  }
}
