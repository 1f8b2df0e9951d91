package org.kontor.billing.wallet.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kontor.billing.charging.boundary.CurrentUse;
import org.kontor.billing.ledger.boundary.Why;
import org.kontor.billing.ledger.control.AccountHolder;
import org.kontor.billing.ledger.control.AccountHolders;
import org.kontor.billing.ledger.control.Ledger;
import org.kontor.billing.payment.boundary.PaymentReader;
import org.kontor.billing.payment.control.PaymentRow;
import org.kontor.billing.payment.control.PaymentStore;
import org.kontor.billing.wallet.control.ChargeRow;
import org.kontor.billing.wallet.control.ChargeStore;
import org.kontor.billing.wallet.control.Movement;
import org.kontor.billing.wallet.control.MovementStore;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.domain.ledger.Buckets;
import org.kontor.domain.money.Money;
import org.kontor.domain.time.BusinessClock;

/** The balance now, what was used this month, and all that moved it (S3.21, S3.22, S3.23). */
@Stateless
public class Wallets {

  @Inject private AccountHolders holders;
  @Inject private Ledger ledger;
  @Inject private MovementStore movements;
  @Inject private ChargeStore charges;
  @Inject private PaymentStore payments;
  @Inject private CurrentUse currentUse;
  @Inject private BusinessClock clock;

  public WalletView view(long customerId) {
    AccountHolder customer = holders.asked(customerId);
    Money zero = Money.zero(customer.currency());
    Buckets buckets = ledger.balances(customerId).getOrDefault(customerId, new Buckets(zero, zero));
    return new WalletView(
        customerId,
        customer.currency().getCurrencyCode(),
        buckets.total().amount(),
        buckets.paid().amount(),
        buckets.bonus().amount(),
        currentUse.soFar(customerId, clock.today(customer.zone())).amount());
  }

  /** The latest first; each with the balance after it. */
  public Page<MovementView> movements(long customerId, String after, Integer limit) {
    return movements(customerId, Period.ALL, after, limit);
  }

  /** Those of a period. */
  public Page<MovementView> movements(long customerId, Period period, String after, Integer limit) {
    int size = Page.limit(limit);
    holders.asked(customerId);
    Page<Movement> page =
        Page.of(movements.page(customerId, period, after, size + 1), size, Movement::cursor);
    return new Page<>(views(customerId, page.items()), page.next());
  }

  private List<MovementView> views(long customerId, List<Movement> page) {
    if (page.isEmpty()) {
      return List.of();
    }
    long[] sources = page.stream().mapToLong(Movement::sourceId).toArray();
    LocalDate from = page.get(page.size() - 1).businessDate();
    LocalDate to = page.get(0).businessDate();
    Map<Long, ChargeRow> charged =
        charges.of(customerId, from, to, sources).stream()
            .collect(Collectors.toMap(ChargeRow::id, Function.identity()));
    Map<Long, PaymentRow> paid =
        payments.withIds(customerId, sources).stream()
            .collect(Collectors.toMap(PaymentRow::id, Function.identity()));
    return page.stream()
        .map(m -> view(m, charged.get(m.sourceId()), paid.get(m.sourceId())))
        .toList();
  }

  private static MovementView view(Movement movement, ChargeRow charge, PaymentRow payment) {
    String name = "";
    List<Why> why = List.of();
    if (charge != null) {
      name = charge.name();
      why = List.of(Why.of(charge.explanation(), charge.amount().amount()));
    } else if (payment != null) {
      name = payment.method();
      why = PaymentReader.why(payment);
    }
    return new MovementView(
        movement.businessDate(),
        movement.recordedAt(),
        MovementView.Kind.of(movement.code()),
        movement.sourceId(),
        name,
        movement.amount().amount(),
        movement.bonus().amount(),
        movement.balance().amount(),
        movement.amount().currency().getCurrencyCode(),
        why);
  }
}
