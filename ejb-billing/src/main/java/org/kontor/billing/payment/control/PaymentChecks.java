package org.kontor.billing.payment.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.kontor.billing.ledger.control.AccountHolder;
import org.kontor.domain.customer.Check;
import org.kontor.domain.customer.Role;
import org.kontor.domain.money.Money;
import org.kontor.domain.payment.PaymentKind;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.WalletPolicy;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;

/** What a payment is refused for; each refusal names the field and how to mend it. */
@ApplicationScoped
public class PaymentChecks {

  /** No customer of these vendors pays that much at once; a slipped decimal point does. */
  private static final BigDecimal ABSURD = BigDecimal.valueOf(1_000_000_000);

  private static final int KEY_LENGTH = 200;
  private static final int MAX_INVOICES = 200;

  private final PaymentStore store;
  private final OpenItems openItems;

  @Inject
  public PaymentChecks(PaymentStore store, OpenItems openItems) {
    this.store = store;
    this.openItems = openItems;
  }

  /** For the container's proxy. */
  protected PaymentChecks() {
    this(null, null);
  }

  /** A positive amount of a known currency, not finer than it, and not absurd (S2.25). */
  public static Money money(BigDecimal amount, String currencyCode) {
    present("amount", amount);
    present("currency", currencyCode);
    Currency currency = currency("currency", currencyCode);
    if (amount.signum() <= 0 || amount.compareTo(ABSURD) >= 0) {
      throw refuse(
          ProblemCode.INVALID_VALUE,
          "amount",
          "The amount must be above 0 and below " + ABSURD,
          "Send what was paid, as a decimal string such as \"99.67\".");
    }
    if (amount.stripTrailingZeros().scale() > currency.getDefaultFractionDigits()) {
      throw refuse(
          ProblemCode.INVALID_VALUE,
          "amount",
          "The amount is finer than " + currencyCode + " allows",
          "Send at most " + currency.getDefaultFractionDigits() + " digits after the point.");
    }
    return new Money(amount, currency);
  }

  /** An ISO 4217 currency in which money can be paid. */
  public static Currency currency(String field, String code) {
    try {
      Currency currency = Currency.getInstance(code);
      if (currency.getDefaultFractionDigits() >= 0) {
        return currency;
      }
    } catch (IllegalArgumentException e) {
      // refused below, like a currency without minor units
    }
    throw refuse(
        ProblemCode.WRONG_CURRENCY,
        field,
        "There is no such currency",
        "Send a code of ISO 4217, for example EUR.");
  }

  public static <T> T present(String field, T value) {
    if (value == null || value instanceof String text && text.isBlank()) {
      throw refuse(ProblemCode.MISSING_VALUE, field, field + " is missing", "Send " + field + ".");
    }
    return value;
  }

  /** Not longer than what people and banks write; not empty. */
  public static String key(String externalKey) {
    String key = present("externalKey", externalKey).strip();
    if (key.length() > KEY_LENGTH || !Check.isPlain(key)) {
      throw refuse(
          ProblemCode.INVALID_VALUE,
          "externalKey",
          "The key is longer than " + KEY_LENGTH + " characters or has ones that are not seen",
          "Send the bank's reference or the provider's event id.");
    }
    return key;
  }

  public static List<Long> invoices(List<Long> asked) {
    for (int i = 0; i < asked.size(); i++) {
      present("invoices[" + i + "]", asked.get(i));
    }
    List<Long> ids = asked.stream().distinct().toList();
    if (ids.size() > MAX_INVOICES) {
      throw refuse(
          ProblemCode.INVALID_VALUE,
          "invoices",
          "A payment names at most " + MAX_INVOICES + " invoices",
          "Leave invoices out: the oldest due are paid first.");
    }
    return ids;
  }

  public static Refused unknownCustomer() {
    return refuse(
        ProblemCode.UNKNOWN_CUSTOMER,
        "customerId",
        "There is no such customer",
        "Send the id of a customer of GET /customers.");
  }

  /** The value date within the book and not ahead of the vendor's today. */
  public void valueDate(LocalDate valueDate, AccountHolder customer, LocalDate today) {
    if (valueDate.isAfter(today)) {
      throw refuse(
          ProblemCode.IN_THE_FUTURE,
          "valueDate",
          valueDate + " is after today, " + today,
          "Record the payment once it has arrived.");
    }
    if (valueDate.isBefore(customer.bookFrom())) {
      throw refuse(
          ProblemCode.BEFORE_BOOK,
          "valueDate",
          valueDate + " is before the book begins on " + customer.bookFrom(),
          "Send a value date within the book.");
    }
  }

  /** A method of the vendor, a currency it accepts, and for top-ups a role that may (S3.4). */
  public void accepted(PaymentInput input, AccountHolder customer, PolicyPack pack) {
    WalletPolicy wallet = pack.wallet();
    if (!wallet.methods().contains(input.method())) {
      throw refuse(
          ProblemCode.INVALID_VALUE,
          "method",
          "The vendor takes no payments by this method",
          "Send one of " + wallet.methods() + ", or add the method to the policy pack.");
    }
    Currency paid = input.paid().currency();
    if (!paid.equals(customer.currency()) && !wallet.paymentCurrencies().contains(paid)) {
      throw refuse(
          ProblemCode.WRONG_CURRENCY,
          "currency",
          paid + " is not accepted; the customer's book is in " + customer.currency(),
          "Pay in " + customer.currency() + " or in one of " + wallet.paymentCurrencies() + ".");
    }
    if (input.kind() == PaymentKind.TOP_UP && input.actorPersonId() != null) {
      mayTopUp(customer.id(), input.actorPersonId(), wallet);
    }
  }

  private void mayTopUp(long customerId, long personId, WalletPolicy wallet) {
    String role = store.payer(customerId, personId).map(Role::name).orElse("nobody");
    if (!wallet.topUpRoles().contains(role)) {
      throw refuse(
          ProblemCode.NOT_ALLOWED_FOR_ROLE,
          "actorPersonId",
          "This person may not top up the balance",
          "Let a person with one of the roles " + wallet.topUpRoles() + " pay.");
    }
  }

  /** The smallest top-up, where there is one (S2.25: none). */
  public void minimum(PaymentKind kind, Money amount, PolicyPack pack) {
    BigDecimal minimum = pack.wallet().minimumTopUp();
    if (kind == PaymentKind.TOP_UP && minimum != null && amount.amount().compareTo(minimum) < 0) {
      throw new Problem(
              ProblemCode.INVALID_VALUE,
              "amount",
              "The smallest top-up is " + minimum.toPlainString() + " " + amount.currency(),
              "Top up at least that much.",
              Map.of("minimum", minimum.toPlainString()))
          .asException();
    }
  }

  /** Named documents are invoices of this customer, and a top-up names none. */
  public void named(PaymentInput input) {
    List<Long> named = input.invoices();
    if (!named.isEmpty() && input.kind() == PaymentKind.TOP_UP) {
      throw refuse(
          ProblemCode.INVALID_VALUE,
          "invoices",
          "A top-up pays no invoices",
          "Send kind PAYMENT, or leave invoices out.");
    }
    for (int i = 0; i < named.size(); i++) {
      String kind = openItems.documentKind(input.customerId(), named.get(i)).orElse("");
      if (!kind.equals("INVOICE")) {
        throw refuse(
            ProblemCode.INVALID_VALUE,
            "invoices[" + i + "]",
            "The customer has no such invoice",
            "Name invoices of this customer, or leave invoices out: the oldest due are paid"
                + " first.");
      }
    }
  }

  static Refused refuse(ProblemCode code, String field, String detail, String mend) {
    return Problem.of(code, field, detail, mend).asException();
  }
}
