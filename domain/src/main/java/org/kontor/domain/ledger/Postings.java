package org.kontor.domain.ledger;

import java.util.List;
import org.kontor.domain.ledger.Legs.Side;
import org.kontor.domain.money.Money;

/** The transfers of each business event (R6). Pure; amounts of zero give no transfer. */
public final class Postings {

  private Postings() {}

  /** An issued invoice: the customer owes net and VAT. */
  public static List<Transfer> invoiceIssued(
      Entry entry, SellerAccounts seller, Money net, Money vat) {
    long receivable = entry.account(AccountKind.RECEIVABLE);
    return new Legs(entry)
        .add(TransferCode.INVOICE, receivable, seller.revenue(), net)
        .add(TransferCode.VAT, receivable, seller.vat(), vat)
        .done();
  }

  /**
   * An issued credit note: revenue and VAT go back.
   *
   * @param net positive
   * @param vat not negative
   * @param open how much of the invoice was still unpaid, at most the credit note's total: that
   *     part is owed no more; the rest was paid and becomes credit on the balance
   */
  public static List<Transfer> creditNote(
      Entry entry, SellerAccounts seller, Money net, Money vat, Money open) {
    Money paid = net.plus(vat).minus(open);
    if (open.isNegative() || paid.isNegative()) {
      throw new IllegalArgumentException("open part " + open + " of " + net.plus(vat));
    }
    return new Legs(entry)
        .match(
            TransferCode.CREDIT_NOTE,
            List.of(new Side(seller.revenue(), net), new Side(seller.vat(), vat)),
            List.of(
                new Side(entry.account(AccountKind.RECEIVABLE), open),
                new Side(entry.account(AccountKind.WALLET), paid)))
        .done();
  }

  /**
   * A charge on the balance (S2.4, S3.22). Paid money goes first and then bonus, or the other way
   * round (S3.7); what neither covers is debt on the wallet. Bonus is a discount: VAT is contained
   * in the money part only. A negative amount is a correction and comes back as paid money.
   *
   * @param gross what leaves the balance, VAT included where the policy says so
   * @param before the buckets, read under lock
   */
  public static Charged charge(
      Entry entry, SellerAccounts seller, WalletTerms terms, Money gross, Buckets before) {
    return charge(entry, seller, terms, gross, before, null);
  }

  /**
   * The same where top-ups were taxed by different rates.
   *
   * @param accounted VAT of the customer's top-ups that is not used up yet, or null
   */
  public static Charged charge(
      Entry entry,
      SellerAccounts seller,
      WalletTerms terms,
      Money gross,
      Buckets before,
      Money accounted) {
    Money zero = Money.zero(gross.currency());
    Money bonusThere = before.bonus().isPositive() ? before.bonus() : zero;
    Money paidThere = before.paid().isPositive() ? before.paid() : zero;
    Money fromBonus = zero;
    if (gross.isPositive()) {
      Money forBonus = terms.bonusFirst() ? gross : gross.minus(gross.min(paidThere));
      fromBonus = forBonus.min(bonusThere);
    }
    Money fromPaid = gross.minus(fromBonus);
    Money vat = terms.vatOf(fromPaid, before.paid(), accounted);
    long wallet = entry.account(AccountKind.WALLET);
    TransferCode code = gross.isNegative() ? TransferCode.CORRECTION : TransferCode.CHARGE;
    List<Transfer> transfers =
        new Legs(entry)
            .add(code, wallet, seller.revenue(), fromPaid.minus(vat))
            .add(
                gross.isNegative() ? code : TransferCode.CHARGE_VAT,
                wallet,
                terms.vatAtTopUp() ? seller.advanceVat() : seller.vat(),
                vat)
            .add(code, entry.account(AccountKind.BONUS), seller.revenue(), fromBonus)
            .done();
    return new Charged(
        transfers,
        new Buckets(before.paid().minus(fromPaid), before.bonus().minus(fromBonus)),
        vat);
  }

  /** Money received: named parts to invoices, the rest to the balance (S2.3, S3.9, S5.4). */
  public static List<Transfer> received(
      Entry entry, Receipt receipt, List<Money> toInvoices, Money toWallet, Money bonus) {
    return receive(entry, receipt, toInvoices, toWallet, bonus).done();
  }

  /**
   * A top-up with an advance invoice (STANDARDS D.5): the money pays the document, and its amount
   * goes on the balance. Its revenue is not earned yet; its VAT stays accounted and is used up by
   * the charges to come.
   *
   * @param net of the advance invoice
   * @param vat of the advance invoice
   * @param rest what the document leaves out
   */
  public static List<Transfer> advanceTopUp(
      Entry entry, Receipt receipt, Money net, Money vat, Money rest, Money bonus) {
    long wallet = entry.account(AccountKind.WALLET);
    return receive(entry, receipt, List.of(net.plus(vat)), rest, bonus)
        .add(TransferCode.TOP_UP, receipt.home().revenue(), wallet, net)
        .add(TransferCode.TOP_UP, receipt.home().advanceVat(), wallet, vat)
        .done();
  }

  private static Legs receive(
      Entry entry, Receipt receipt, List<Money> toInvoices, Money toWallet, Money bonus) {
    Legs legs = new Legs(entry);
    if (receipt.isConverted()) {
      SellerAccounts abroad = receipt.abroad();
      legs.add(TransferCode.EXCHANGE, abroad.bank(), abroad.exchange(), receipt.paid());
    }
    long receivable = entry.account(AccountKind.RECEIVABLE);
    Money sum = toWallet;
    for (Money part : toInvoices) {
      legs.add(TransferCode.PAYMENT, receipt.funds(), receivable, part);
      sum = sum.plus(part);
    }
    if (sum.compareTo(receipt.amount()) != 0) {
      throw new IllegalArgumentException(sum + " allocated of " + receipt.amount());
    }
    long wallet = entry.account(AccountKind.WALLET);
    long bonuses = entry.account(AccountKind.BONUS);
    return legs.add(TransferCode.TOP_UP, receipt.funds(), wallet, toWallet)
        .add(TransferCode.BONUS, receipt.home().bonusCost(), bonuses, bonus);
  }

  /** Open invoices paid from credit on the balance; bonus pays no invoice. */
  public static List<Transfer> creditApplied(Entry entry, List<Money> toInvoices) {
    Legs legs = new Legs(entry);
    for (Money part : toInvoices) {
      legs.add(
          TransferCode.ALLOCATION,
          entry.account(AccountKind.WALLET),
          entry.account(AccountKind.RECEIVABLE),
          part);
    }
    return legs.done();
  }

  /**
   * @param after the buckets when it is posted
   * @param vat what it contains, negative for corrections
   */
  public record Charged(List<Transfer> transfers, Buckets after, Money vat) {}
}
