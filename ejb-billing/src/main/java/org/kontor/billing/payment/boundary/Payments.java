package org.kontor.billing.payment.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.billing.access.control.SubscriptionLocks;
import org.kontor.billing.ledger.control.AccountHolder;
import org.kontor.billing.ledger.control.AccountHolders;
import org.kontor.billing.payment.control.CreditOnBalance;
import org.kontor.billing.payment.control.PaymentBooking;
import org.kontor.billing.payment.control.PaymentChecks;
import org.kontor.billing.payment.control.PaymentInput;
import org.kontor.billing.payment.control.PaymentRow;
import org.kontor.billing.payment.control.PaymentStore;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.platform.boundary.Audit;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.time.BusinessClock;

/** Records payments and shows them (S5.4, S5.20, S5.21). */
@Stateless
public class Payments {

  @Inject private AccountHolders holders;
  @Inject private PaymentStore store;
  @Inject private PaymentChecks checks;
  @Inject private PaymentBooking booking;
  @Inject private CreditOnBalance credit;
  @Inject private PaymentReader reader;
  @Inject private PolicyBook policies;
  @Inject private SubscriptionLocks subscriptions;
  @Inject private BusinessClock clock;
  @Inject private Caller caller;
  @Inject private Audit audit;

  /**
   * Records a payment once. The same again answers what was recorded first (golden scenario 12).
   *
   * @throws org.kontor.domain.problem.Refused UNKNOWN_CUSTOMER, INVALID_VALUE, MISSING_VALUE,
   *     WRONG_CURRENCY, IN_THE_FUTURE, BEFORE_BOOK, MISSING_RATE, NOT_ALLOWED_FOR_ROLE, and
   *     IDEMPOTENCY_KEY_REUSED when the key was used for another payment
   */
  public Recorded record(NewPayment asked) {
    PaymentInput input = input(asked);
    AccountHolder customer =
        holders.find(input.customerId()).orElseThrow(PaymentChecks::unknownCustomer);
    Optional<Recorded> earlier = earlier(input, customer);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    Instant now = clock.now();
    LocalDate today = now.atZone(customer.zone()).toLocalDate();
    PolicyPack pack = policies.inForce(customer.vendorCode(), today);
    checks.valueDate(input.valueDate() == null ? today : input.valueDate(), customer, today);
    checks.accepted(input, customer, pack);
    checks.named(input);
    subscriptions.hold(customer.id());
    Optional<PaymentRow> booked =
        booking.book(input, customer, pack, today, now, caller.identity().name());
    if (booked.isEmpty()) {
      // Lost the race for the key: the winner has committed, its payment is the answer.
      return earlier(input, customer).orElseThrow();
    }
    if (!customer.closed()) {
      LocalDate paidOn = booked.get().valueDate();
      credit.apply(customer.vendorCode(), customer.id(), today, paidOn, now);
    }
    PaymentView view = reader.view(booked.get());
    audit.record(
        "payment.recorded",
        "payment/" + view.id(),
        Map.of("customer", customer.id(), "amount", view.amount(), "currency", view.currency()));
    return new Recorded(view, true);
  }

  /** One payment; what the caller may not see is NOT_FOUND. */
  public PaymentView get(long id) {
    PaymentRow row = store.byId(id).orElseThrow(() -> NotFound.of("payment"));
    caller.mustSee(row.vendorCode(), "payment");
    return reader.view(row);
  }

  /** The payment history of a customer (S5.4), in the order in which it was recorded. */
  public Page<PaymentView> ofCustomer(Long customerId, String after, Integer limit) {
    int size = Page.limit(limit);
    AccountHolder customer = holders.asked(customerId);
    List<PaymentRow> rows = store.ofCustomer(customer.id(), Page.afterId(after), size + 1);
    return Page.of(reader.views(rows), size, view -> Long.toString(view.id()));
  }

  private Optional<Recorded> earlier(PaymentInput input, AccountHolder customer) {
    Optional<PaymentRow> found =
        store.find(customer.vendorCode(), input.method(), input.externalKey());
    if (found.isPresent() && !input.isSameAs(found.get().inputHash(), found.get().valueDate())) {
      throw Problem.of(
              ProblemCode.IDEMPOTENCY_KEY_REUSED,
              "externalKey",
              "Another payment was recorded under this method and key",
              "Check the reference; a different payment needs a key of its own.")
          .asException();
    }
    return found.map(row -> new Recorded(reader.view(row), false));
  }

  private static PaymentInput input(NewPayment asked) {
    return new PaymentInput(
        PaymentChecks.present("customerId", asked.customerId()),
        PaymentChecks.present("method", asked.method()),
        PaymentChecks.key(asked.externalKey()),
        asked.valueDate(),
        PaymentChecks.money(asked.amount(), asked.currency()),
        PaymentChecks.present("kind", asked.kind()),
        PaymentChecks.invoices(asked.invoices()),
        asked.actorPersonId());
  }
}
