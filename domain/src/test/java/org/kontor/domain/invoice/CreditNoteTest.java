package org.kontor.domain.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kontor.domain.invoice.CreditNote.Original;
import org.kontor.domain.invoice.CreditNote.Wish;
import org.kontor.domain.money.Money;
import org.kontor.domain.order.Shop;
import org.kontor.domain.payment.AdvanceInvoice;
import org.kontor.domain.policy.Seller.DocumentKind;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;

/** Credit notes never take back more than there is, and in the end all of it. */
class CreditNoteTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 9);

  private static InvoiceDraft credit(Original original, Wish... wishes) {
    return CreditNote.draft(Shop.pack(), original, List.of(wishes), DAY, "agreed");
  }

  @Test
  void a_full_credit_note_mirrors_the_invoice() {
    InvoiceDraft invoice = RandomInvoice.draft(new Random(1));
    InvoiceDraft note = credit(RandomInvoice.issued(invoice));
    assertThat(note.kind()).isEqualTo(DocumentKind.CREDIT_NOTE);
    assertThat(note.precedingId()).isEqualTo(42);
    assertThat(note.precedingNumber()).isEqualTo("F2026-000042");
    assertThat(note.net()).isEqualTo(invoice.net());
    assertThat(note.vatTotal()).isEqualTo(invoice.vatTotal());
    assertThat(note.total()).isEqualTo(invoice.total());
    DocumentArithmeticTest.holds(note);
  }

  @Test
  void a_unit_that_is_credited_in_fractions_is_kept_until_all_of_it_is_given_back() {
    Original original = RandomInvoice.issued(RandomInvoice.of(new BigDecimal("3"), "60.00"));
    List<Long> kept = new ArrayList<>();
    for (String units : List.of("0.5", "0.5", "0.25", "1.25")) {
      InvoiceDraft note = credit(original, new Wish(1, new BigDecimal(units), null));
      original = original.less(note.lines(), original.creditNotes() + 1);
      kept.add(original.lines().get(0).unitsLeft());
    }
    assertThat(kept).containsExactly(3L, 2L, 2L, 1L);
    InvoiceDraft amount = credit(original, new Wish(1, null, Money.of("20.00", "EUR")));
    assertThat(original.less(amount.lines(), 5).lines().get(0).unitsLeft()).isEqualTo(1);
    InvoiceDraft rest = credit(original);
    assertThat(original.less(rest.lines(), 5).lines().get(0).unitsLeft()).isZero();
  }

  @Test
  void all_units_are_gone_with_the_rest_of_their_price_and_what_was_free_is_kept() {
    Original original = RandomInvoice.issued(RandomInvoice.of(new BigDecimal("3"), "60.00"));
    InvoiceDraft note = credit(original, new Wish(1, null, Money.of("180.00", "EUR")));
    assertThat(original.less(note.lines(), 1).lines().get(0).unitsLeft()).isZero();
    Original free = RandomInvoice.issued(RandomInvoice.of(new BigDecimal("2"), "0.00"));
    assertThat(free.lines().get(0).unitsLeft()).isEqualTo(2);
  }

  @Test
  void the_first_credit_note_has_exact_vat_whatever_it_takes() {
    long seed = new Random().nextLong();
    System.out.println("first credit notes, seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      Original original = RandomInvoice.issued(RandomInvoice.draft(random));
      DocumentArithmeticTest.holds(credit(original, wish(random, original.lines().get(0))));
    }
  }

  @Test
  void credit_notes_together_take_back_exactly_the_invoice() {
    long seed = new Random().nextLong();
    System.out.println("credit notes, seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      creditUntilNothingIsLeft(RandomInvoice.draft(random), random);
    }
  }

  private static void creditUntilNothingIsLeft(InvoiceDraft invoice, Random random) {
    Original issued = RandomInvoice.issued(invoice);
    Original left = issued;
    List<Line> credited = new ArrayList<>();
    Money net = Money.zero(invoice.net().currency());
    Money tax = net;
    for (int note = 1; !left.hasNothingLeft(); note++) {
      InvoiceDraft draft = note > 5 ? credit(left) : credit(left, wishes(random, left));
      for (VatBreakdown group : draft.vat()) {
        assertThat(group.tax().amount().subtract(DocumentArithmeticTest.rounded(group)).abs())
            .as("BR-CO-17 within a cent")
            .isLessThanOrEqualTo(new BigDecimal("0.01"));
      }
      for (Line line : draft.lines()) {
        assertThat(line.why().recompute()).isEqualByComparingTo(line.net().amount());
        assertThat(line.net().isPositive()).isTrue();
      }
      net = net.plus(draft.net());
      tax = tax.plus(draft.vatTotal());
      assertThat(net).isLessThanOrEqualTo(invoice.net());
      assertThat(tax).isLessThanOrEqualTo(invoice.vatTotal());
      credited.addAll(reread(draft.lines()));
      left = issued.less(credited, note);
    }
    assertThat(net).isEqualTo(invoice.net());
    assertThat(tax).isEqualTo(invoice.vatTotal());
    Original nothing = left;
    assertThat(catchThrowableOfType(Refused.class, () -> credit(nothing)).problem().code())
        .isEqualTo(ProblemCode.WRONG_STATE);
  }

  /** As they come back from the store: the explanation as text. */
  private static List<Line> reread(List<Line> lines) {
    return lines.stream()
        .map(
            line ->
                new Line(
                    line.itemCode(),
                    line.name(),
                    line.quantity(),
                    line.unit(),
                    line.unitPrice(),
                    line.net(),
                    line.vatCategory(),
                    line.vatRate(),
                    line.period(),
                    org.kontor.domain.explain.Explanation.parse(line.why().compact())))
        .toList();
  }

  private static Wish[] wishes(Random random, Original left) {
    return left.lines().stream()
        .filter(line -> !line.netLeft().isZero())
        .filter(line -> random.nextInt(3) > 0)
        .map(line -> wish(random, line))
        .toArray(Wish[]::new);
  }

  private static Wish wish(Random random, CreditableLine line) {
    long cents = line.netLeft().minor();
    int some = random.nextInt(Math.toIntExact(Math.min(cents, Integer.MAX_VALUE))) + 1;
    Money part = Money.ofMinor(some, line.netLeft().currency());
    int units = line.quantityLeft().intValue();
    boolean sharesAreCents = units > 0 && cents >= units;
    return switch (random.nextInt(3)) {
      case 0 -> new Wish(line.number(), null, null);
      case 1 -> new Wish(line.number(), null, part);
      default ->
          sharesAreCents
              ? new Wish(line.number(), BigDecimal.valueOf(1 + random.nextInt(units)), null)
              : new Wish(line.number(), null, part);
    };
  }

  @Test
  void more_than_is_left_is_refused_with_what_is_left() {
    InvoiceDraft invoice = RandomInvoice.draft(new Random(5));
    Original original = RandomInvoice.issued(invoice);
    CreditableLine first = original.lines().get(0);
    Money tooMuch = first.netLeft().plus(Money.of("0.01", "EUR"));
    assertThat(refusal(original, new Wish(1, null, tooMuch)).problem().data())
        .containsEntry("left", first.netLeft().amount().toPlainString());
    assertThat(refusal(original, new Wish(1, null, tooMuch)).problem().field())
        .isEqualTo("lines[0].amount");
    BigDecimal tooMany = first.quantityLeft().add(BigDecimal.ONE);
    assertThat(refusal(original, new Wish(1, tooMany, null)).problem().code())
        .isEqualTo(ProblemCode.INVALID_VALUE);
    assertThat(refusal(original, new Wish(1, null, Money.of("0", "EUR")))).isNotNull();
    assertThat(refusal(original, new Wish(1, null, Money.of("-1", "EUR")))).isNotNull();
    assertThat(refusal(original, new Wish(1, BigDecimal.valueOf(-1), null))).isNotNull();
    assertThat(refusal(original, new Wish(99, null, null)).problem().field())
        .isEqualTo("lines[0].line");
    assertThat(
            refusal(original, new Wish(1, null, null), new Wish(1, null, null)).problem().field())
        .isEqualTo("lines[1].line");
  }

  @Test
  void a_credit_note_needs_a_reason_and_an_invoice() {
    Original original = RandomInvoice.issued(RandomInvoice.draft(new Random(5)));
    assertThat(
            catchThrowableOfType(
                    Refused.class,
                    () -> CreditNote.draft(Shop.pack(), original, List.of(), DAY, " "))
                .problem()
                .code())
        .isEqualTo(ProblemCode.MISSING_VALUE);
  }

  @Test
  void the_paper_of_a_top_up_is_not_credited_for_its_money_is_on_the_balance() {
    InvoiceDraft advance =
        AdvanceInvoice.draft(Shop.pack(), Shop.buyer(), 7, 99, DAY, Money.of("121.00", "EUR"));
    Refused refused = refusal(RandomInvoice.issued(advance));
    assertThat(refused.problem().code()).isEqualTo(ProblemCode.WRONG_STATE);
  }

  @Test
  void an_invoice_whose_lines_set_each_other_off_is_credited_only_as_a_whole() {
    InvoiceDraft plain = RandomInvoice.draft(new Random(5));
    Line dear = RandomInvoice.priced("100.00");
    Line back = RandomInvoice.priced("-60.00");
    Original original =
        RandomInvoice.issued(
            InvoiceDraft.of(RandomInvoice.HEADING, plain.buyer(), List.of(dear, back), ""));
    for (Wish wish :
        List.of(
            new Wish(1, null, null),
            new Wish(2, null, null),
            new Wish(2, BigDecimal.ONE, null),
            new Wish(1, null, Money.of("10.00", "EUR")))) {
      assertThat(refusal(original, wish).problem().field()).isEqualTo("lines");
    }
    InvoiceDraft whole = credit(original);
    assertThat(whole.net()).isEqualTo(Money.of("40.00", "EUR"));
    assertThat(whole.vatTotal()).isEqualTo(Money.of("8.40", "EUR"));
    Original afterOneLine =
        original.less(List.of(credit(RandomInvoice.issued(onlyThe(dear))).lines().get(0)), 1);
    assertThat(refusal(afterOneLine).problem().code()).isEqualTo(ProblemCode.WRONG_STATE);
  }

  private static InvoiceDraft onlyThe(Line line) {
    return InvoiceDraft.of(RandomInvoice.HEADING, Shop.buyer(), List.of(line), "");
  }

  private static Refused refusal(Original original, Wish... wishes) {
    return catchThrowableOfType(Refused.class, () -> credit(original, wishes));
  }
}
