package org.kontor.billing.payment.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kontor.billing.ledger.control.AccountHolder;
import org.kontor.billing.ledger.control.AccountHolders;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.money.Money;
import org.kontor.domain.payment.Bonus;
import org.kontor.domain.payment.EpcCode;
import org.kontor.domain.payment.TopUpOffer;
import org.kontor.domain.payment.TransferReference;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Seller;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.time.BusinessClock;

/** Tells how to pay open documents, or a top-up; writes nothing. */
@Stateless
public class Transfers {

  /** Packs may write an account number in groups. */
  private static final String GAPS = "\\s";

  @Inject private AccountHolders holders;
  @Inject private PolicyBook policies;
  @Inject private BusinessClock clock;
  @Inject private Sql sql;

  /**
   * For documents that are open: together, with their numbers in the reference as far as it holds
   * them.
   *
   * @param invoices of this customer; those paid meanwhile are left out
   * @param language of the reader
   * @throws org.kontor.domain.problem.Refused NOT_FOUND when none of them is open with this
   *     customer
   */
  public Transfer ofInvoices(long customerId, Set<Long> invoices, String language) {
    AccountHolder holder = holders.asked(customerId);
    List<Open> open =
        sql.list(
            row ->
                new Open(
                    row.getString(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getObject(4, LocalDate.class)),
            "select i.number, i.remittance, o.open_minor, o.due_date from open_item o"
                + " join invoice i on i.customer_id = o.customer_id and i.id = o.invoice_id"
                + " where o.customer_id = ? and o.invoice_id = any(?)"
                + " order by o.due_date, o.invoice_id",
            holder.id(),
            invoices.stream().mapToLong(Long::longValue).toArray());
    if (open.isEmpty()) {
      throw NotFound.of("invoice");
    }
    Money sum = Money.ofMinor(open.stream().mapToLong(Open::minor).sum(), holder.currency());
    String reference =
        TransferReference.of(
            ownReference(holder.id()), open.stream().map(Open::remittance).toList());
    List<Transfer.Paid> paid =
        open.stream()
            .map(
                item ->
                    new Transfer.Paid(
                        item.number(),
                        item.dueDate(),
                        Money.ofMinor(item.minor(), holder.currency()).amount()))
            .toList();
    return transfer(holder, sum, Money.zero(holder.currency()), reference, paid, language);
  }

  /**
   * For a top-up, with the customer's own number as reference.
   *
   * @throws org.kontor.domain.problem.Refused NOT_FOUND, INVALID_VALUE below the smallest top-up
   */
  public Transfer ofTopUp(long customerId, BigDecimal amount, String language) {
    AccountHolder holder = holders.asked(customerId);
    PolicyPack pack = pack(holder);
    Money sum = Money.rounded(amount, holder.currency());
    if (TopUpOffer.isTooSmall(pack, sum)) {
      BigDecimal minimum = pack.wallet().minimumTopUp();
      throw new Problem(
              ProblemCode.INVALID_VALUE,
              "amount",
              "The top-up is too small",
              "Top up at least the smallest amount.",
              Map.of("minimum", minimum == null ? "0.01" : minimum.toPlainString()))
          .asException();
    }
    String reference = ownReference(holder.id());
    return transfer(holder, sum, Bonus.of(pack, sum).amount(), reference, List.of(), language);
  }

  private String ownReference(long customerId) {
    return sql.one(
            row -> row.getString(1),
            "select coalesce(nullif(reference, ''), id::text) from customer where id = ?",
            customerId)
        .orElseThrow();
  }

  private Transfer transfer(
      AccountHolder holder,
      Money sum,
      Money bonus,
      String reference,
      List<Transfer.Paid> documents,
      String language) {
    PolicyPack pack = pack(holder);
    List<String> methods = pack.wallet().methods();
    String currency = sum.currency().getCurrencyCode();
    if (!pack.wallet().takesTransfers()) {
      return new Transfer(
          methods,
          sum.amount(),
          currency,
          bonus.amount(),
          null,
          null,
          null,
          null,
          reference,
          null,
          null,
          documents);
    }
    Seller.Bank bank = pack.seller().bank();
    String account = bank.account().replaceAll(GAPS, "");
    return new Transfer(
        methods,
        sum.amount(),
        currency,
        bonus.amount(),
        account,
        bank.holder(),
        bank.name(),
        bank.bic(),
        reference,
        bank.instructions().in(language),
        EpcCode.of(sum, bank.holder(), account, bank.bic(), reference).orElse(null),
        documents);
  }

  private PolicyPack pack(AccountHolder holder) {
    return policies.inForce(holder.vendorCode(), clock.today(holder.zone()));
  }

  private record Open(String number, String remittance, long minor, LocalDate dueDate) {}
}
