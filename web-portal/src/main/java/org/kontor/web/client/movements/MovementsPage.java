package org.kontor.web.client.movements;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kontor.billing.wallet.boundary.MonthOfMovements;
import org.kontor.billing.wallet.boundary.MovementView;
import org.kontor.billing.wallet.boundary.Movements;
import org.kontor.billing.wallet.boundary.Period;
import org.kontor.billing.wallet.boundary.WalletView;
import org.kontor.billing.wallet.boundary.Wallets;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.domain.ledger.AccountStatement;
import org.kontor.web.client.TextBean;
import org.kontor.web.client.Visit;

/**
 * What moved the balance: by months, or each movement of a period, the latest first. The address
 * holds the period.
 */
@Named
@RequestScoped
public class MovementsPage {

  private static final int ROWS = 50;

  /** Why there was no statement of the period. */
  private static final Set<String> REFUSED = Set.of("days", "many");

  @Inject private Visit visit;
  @Inject private TextBean t;
  @Inject private Wallets wallets;
  @Inject private Movements movements;

  private String from;
  private String to;
  private String after;
  private String refused;
  private Page<MovementView> page;
  private WalletView wallet;
  private List<MonthOfMovements> months;

  /** Months with movements, the latest first. */
  public List<MonthOfMovements> getMonths() {
    if (months == null) {
      months = movements.months(visit.customerId());
    }
    return months;
  }

  /** Whether a period was asked for: then each movement is shown. */
  public boolean isPeriod() {
    return getFrom() != null || getTo() != null;
  }

  public List<MovementView> getRows() {
    return page().items();
  }

  /** Null on the last page. */
  public String getNext() {
    return page().next();
  }

  public WalletView getWallet() {
    if (wallet == null) {
      wallet = wallets.view(visit.customerId());
    }
    return wallet;
  }

  public String daysOf(YearMonth month) {
    return "?from=" + month.atDay(1) + "&to=" + month.atEndOfMonth();
  }

  /** The period as it stands in an address, to be followed by more. */
  public String getQuery() {
    return "?from="
        + (getFrom() == null ? "" : getFrom())
        + "&to="
        + (getTo() == null ? "" : getTo());
  }

  /** What of the address is no period, in words; empty when all of it was understood. */
  public List<String> getFaults() {
    List<String> faults = new ArrayList<>();
    if (isWrong(from) || isWrong(to)) {
      faults.add(t.of("money.period.wrong"));
    }
    if (getFrom() != null && getTo() != null && getTo().isBefore(getFrom())) {
      faults.add(t.of("money.period.reversed"));
    }
    if (refused != null && REFUSED.contains(refused)) {
      faults.add(t.of("money.statement." + refused, AccountStatement.MOST_ROWS));
    }
    return faults;
  }

  private static boolean isWrong(String text) {
    return text != null && !text.isBlank() && date(text) == null;
  }

  private Page<MovementView> page() {
    if (page == null) {
      Period period = new Period(getFrom(), getTo());
      page = wallets.movements(visit.customerId(), period, after, ROWS);
    }
    return page;
  }

  public LocalDate getFrom() {
    return date(from);
  }

  public String getFromText() {
    return from;
  }

  public void setFromText(String from) {
    this.from = from;
  }

  public LocalDate getTo() {
    return date(to);
  }

  public String getToText() {
    return to;
  }

  public void setToText(String to) {
    this.to = to;
  }

  public String getRefused() {
    return refused;
  }

  public void setRefused(String refused) {
    this.refused = refused;
  }

  public String getAfter() {
    return after;
  }

  public void setAfter(String after) {
    this.after = after;
  }

  private static LocalDate date(String text) {
    try {
      return text == null || text.isBlank() || text.length() > 10 ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      // A period that is none is not asked for
      return null;
    }
  }
}
