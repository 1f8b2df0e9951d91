package org.kontor.billing.wallet.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.kontor.billing.ledger.control.AccountHolder;
import org.kontor.billing.ledger.control.AccountHolders;
import org.kontor.billing.wallet.control.MovementHistory;
import org.kontor.domain.money.Money;
import org.kontor.domain.time.BusinessClock;

/** The history of a balance by months and by days, and all of it (S3.23). */
@Stateless
public class Movements {

  private static final int MOST_MONTHS = 120;
  private static final int MOST_DAYS = 400;

  @Inject private AccountHolders holders;
  @Inject private MovementHistory history;
  @Inject private BusinessClock clock;

  /** Months in which something moved, the latest first; of the last ten years. */
  public List<MonthOfMovements> months(long customerId) {
    return history.months(holders.asked(customerId), MOST_MONTHS);
  }

  /**
   * The balance at the end of each of the last days, today's as it stands.
   *
   * @param days 1 to 400
   */
  public List<DayBalance> days(long customerId, int days) {
    if (days < 1 || days > MOST_DAYS) {
      throw new IllegalArgumentException("days");
    }
    AccountHolder holder = holders.asked(customerId);
    LocalDate today = clock.today(holder.zone());
    LocalDate from = today.minusDays(days - 1L);
    Map<LocalDate, Money> moved = history.moved(holder, from);
    Money balance = history.before(holder, from);
    List<DayBalance> course = new ArrayList<>(days);
    for (LocalDate day = from; !day.isAfter(today); day = day.plusDays(1)) {
      balance = balance.plus(moved.getOrDefault(day, Money.zero(holder.currency())));
      course.add(new DayBalance(day, balance.amount()));
    }
    return course;
  }

  /** All of a period, the latest first, in constant memory. */
  public void each(long customerId, Period period, Consumer<MovementRow> taker) {
    history.each(holders.asked(customerId), period, taker);
  }

  /** Whether the customer has anything to do with a balance: it moved, or a plan charges it. */
  public boolean hasBalance(long customerId) {
    return balance(customerId).isPresent();
  }

  /** The balance as it stands; empty where the customer has nothing to do with one. */
  public Optional<Money> balance(long customerId) {
    return history.balance(holders.asked(customerId));
  }

  /**
   * A movement without its explanation, for files.
   *
   * @param name what a reader calls it; may be empty
   * @param amount signed, bonus included
   * @param balance after it
   */
  public record MovementRow(
      LocalDate businessDate,
      MovementView.Kind kind,
      String name,
      BigDecimal amount,
      BigDecimal bonus,
      BigDecimal balance,
      String currency) {}
}
