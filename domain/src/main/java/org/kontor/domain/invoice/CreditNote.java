package org.kontor.domain.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kontor.domain.invoice.InvoiceDraft.Heading;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Seller.DocumentKind;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.time.DateRange;

/**
 * The only way to correct an issued invoice: a document of its own (BT-3 381) that refers to it
 * (BG-3) and takes back all that is left of it, or part of some lines, never more than is left.
 *
 * <p>VAT is the difference of rounded sums: tax on all that is credited so far, less the tax
 * credited before. So the credit notes of an invoice never take back more tax than it carried, and
 * all of it once nothing is left; each differs from base × rate by less than one cent, the first
 * not at all.
 */
public final class CreditNote {

  private CreditNote() {}

  /**
   * What is taken back of one line: exactly one of the two, or neither for all that is left.
   *
   * @param line BT-126 of the invoice
   * @param quantity units, or null
   * @param amount net, or null
   */
  public record Wish(int line, BigDecimal quantity, Money amount) {}

  /**
   * The invoice that is corrected, with what was credited before.
   *
   * @param creditNotes how many credit notes it has
   */
  public record Original(
      long id,
      String number,
      DocumentKind kind,
      Purpose purpose,
      long customerId,
      Long subscriptionId,
      DateRange period,
      Buyer buyer,
      List<VatBreakdown> vat,
      List<CreditableLine> lines,
      int creditNotes) {

    /** The same invoice after its credit notes, given their lines in any order. */
    public Original less(List<Line> creditLines, int notes) {
      List<CreditableLine> left = new ArrayList<>(lines);
      for (Line credit : creditLines) {
        int number = CreditNoteLine.corrects(credit);
        left.replaceAll(
            line ->
                line.number() == number
                    ? line.minus(CreditNoteLine.unitsTaken(credit), credit.net())
                    : line);
      }
      return new Original(
          id, number, kind, purpose, customerId, subscriptionId, period, buyer, vat, left, notes);
    }

    /** What is left of the whole document, net. */
    Money netLeft() {
      return lines.stream().map(CreditableLine::netLeft).reduce(Money::plus).orElseThrow();
    }

    public boolean hasNothingLeft() {
      return lines.stream().allMatch(line -> line.netLeft().isZero());
    }
  }

  /**
   * The credit note as a draft.
   *
   * @param pack in force on the issue date; its series numbers the document
   * @param wishes empty for all that is left
   * @throws Refused MISSING_VALUE without a reason, INVALID_VALUE for a wish beyond what is left,
   *     WRONG_STATE when nothing is left or the document is no invoice
   */
  public static InvoiceDraft draft(
      PolicyPack pack, Original original, List<Wish> wishes, LocalDate issueDate, String reason) {
    check(original, wishes, reason);
    Map<CreditableLine, Line> credits =
        wishes.isEmpty() ? rest(pack, original) : wished(pack, original, wishes);
    Heading heading =
        new Heading(
            pack.code(),
            pack.id(),
            DocumentKind.CREDIT_NOTE,
            Purpose.CREDIT,
            "CREDIT:" + original.id() + ":" + (original.creditNotes() + 1),
            original.customerId(),
            original.subscriptionId(),
            issueDate,
            issueDate,
            original.period(),
            original.id(),
            original.number(),
            reason.strip());
    return taxed(heading, original, List.copyOf(credits.values()));
  }

  private static void check(Original original, List<Wish> wishes, String reason) {
    if (reason == null || reason.isBlank()) {
      throw refuse(
          ProblemCode.MISSING_VALUE,
          "reason",
          "a credit note needs a reason",
          "Say why the invoice is corrected; the reason stands on the document.");
    }
    if (original.kind() != DocumentKind.INVOICE) {
      throw refuse(
          ProblemCode.WRONG_STATE,
          "",
          original.number() + " is a credit note",
          "Credit the invoice that it corrects, or issue a new invoice.");
    }
    if (original.purpose() == Purpose.ADVANCE) {
      throw refuse(
          ProblemCode.WRONG_STATE,
          "",
          original.number() + " is the paper of a top-up, whose money is on the balance already",
          "Leave it as it is: charges use the balance up, and its VAT with it.");
    }
    if (original.hasNothingLeft()) {
      throw refuse(
          ProblemCode.WRONG_STATE,
          wishes.isEmpty() ? "" : "lines",
          "nothing is left to credit of " + original.number(),
          "See the credit notes of the invoice; together they take back all of it.");
    }
    // Its lines set each other off: one alone would give back more than was ever asked for.
    boolean setsOff = original.lines().stream().anyMatch(line -> line.line().net().isNegative());
    if (setsOff && !wishes.isEmpty()) {
      throw refuse(
          ProblemCode.INVALID_VALUE,
          "lines",
          original.number() + " has lines that set others off, so no line stands alone",
          "Leave lines out to credit the whole invoice.");
    }
    if (original.netLeft().isNegative()) {
      throw refuse(
          ProblemCode.WRONG_STATE,
          "",
          "more than all of " + original.number() + " is credited already",
          "See the credit notes of the invoice.");
    }
  }

  private static Map<CreditableLine, Line> rest(PolicyPack pack, Original original) {
    Map<CreditableLine, Line> credits = new LinkedHashMap<>();
    for (CreditableLine line : original.lines()) {
      if (!line.netLeft().isZero()) {
        credits.put(line, CreditNoteLine.rest(line, original.number(), pack.id()));
      }
    }
    return credits;
  }

  private static Map<CreditableLine, Line> wished(
      PolicyPack pack, Original original, List<Wish> wishes) {
    Map<CreditableLine, Line> credits = new LinkedHashMap<>();
    for (int i = 0; i < wishes.size(); i++) {
      Wish wish = wishes.get(i);
      String field = "lines[" + i + "]";
      CreditableLine line =
          original.lines().stream()
              .filter(candidate -> candidate.number() == wish.line())
              .findFirst()
              .orElseThrow(
                  () ->
                      refuse(
                          ProblemCode.INVALID_VALUE,
                          field + ".line",
                          original.number() + " has no line " + wish.line(),
                          "Choose a line from 1 to " + original.lines().size()));
      if (wish.quantity() != null && wish.amount() != null) {
        throw refuse(
            ProblemCode.INVALID_VALUE, field, "both a quantity and an amount", "Send one of them.");
      }
      if (line.netLeft().isZero() || credits.containsKey(line)) {
        throw refuse(
            ProblemCode.INVALID_VALUE,
            field + ".line",
            "line " + wish.line() + " is credited already",
            "Leave the line out, or name it once.");
      }
      credits.put(line, credit(pack, original, line, wish, field));
    }
    return credits;
  }

  private static Line credit(
      PolicyPack pack, Original original, CreditableLine line, Wish wish, String field) {
    if (wish.quantity() != null) {
      return CreditNoteLine.units(line, wish.quantity(), original.number(), pack.id(), field);
    }
    return wish.amount() != null
        ? CreditNoteLine.amount(line, wish.amount(), original.number(), pack.id(), field)
        : CreditNoteLine.rest(line, original.number(), pack.id());
  }

  private static InvoiceDraft taxed(Heading heading, Original original, List<Line> lines) {
    InvoiceDraft plain = InvoiceDraft.of(heading, original.buyer(), lines, "");
    List<VatBreakdown> vat = new ArrayList<>(plain.vat().size());
    Money tax = Money.zero(plain.net().currency());
    for (VatBreakdown group : plain.vat()) {
      VatBreakdown adjusted = lessCredited(group, original);
      vat.add(adjusted);
      tax = tax.plus(adjusted.tax());
    }
    return new InvoiceDraft(
        plain.vendorCode(),
        plain.policy(),
        plain.kind(),
        plain.purpose(),
        plain.sourceKey(),
        plain.customerId(),
        plain.subscriptionId(),
        plain.issueDate(),
        plain.dueDate(),
        plain.period(),
        plain.buyer(),
        lines,
        vat,
        plain.net(),
        tax,
        plain.net().plus(tax),
        plain.precedingId(),
        plain.precedingNumber(),
        plain.reason());
  }

  private static VatBreakdown lessCredited(VatBreakdown group, Original original) {
    Money before =
        original.lines().stream()
            .filter(line -> inGroup(line.line(), group))
            .map(CreditableLine::creditedNet)
            .reduce(Money.zero(group.base().currency()), Money::plus);
    VatBreakdown whole =
        original.vat().stream()
            .filter(old -> old.category().equals(group.category()))
            .filter(old -> old.rate().compareTo(group.rate()) == 0)
            .findFirst()
            .orElseThrow();
    Money tax = taxOn(before.plus(group.base()), whole).minus(taxOn(before, whole));
    return new VatBreakdown(group.category(), group.rate(), group.base(), tax, whole.reason());
  }

  private static boolean inGroup(Line line, VatBreakdown group) {
    return line.vatCategory().equals(group.category())
        && line.vatRate().compareTo(group.rate()) == 0;
  }

  /** All of the invoice's tax on all of its base, which prices with VAT may put a cent apart. */
  private static Money taxOn(Money base, VatBreakdown whole) {
    if (base.equals(whole.base())) {
      return whole.tax();
    }
    Money tax =
        Money.rounded(base.amount().multiply(whole.rate()).movePointLeft(2), base.currency());
    return whole.tax().isNegative() ? tax : tax.min(whole.tax());
  }

  private static Refused refuse(ProblemCode code, String field, String detail, String mend) {
    return Problem.of(code, field, detail, mend).asException();
  }
}
