package org.kontor.domain.timeline;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kontor.domain.invoice.InvoiceDraft;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.pricing.MonthlyPricing;
import org.kontor.domain.pricing.Pricing;
import org.kontor.domain.subscription.Standing;
import org.kontor.domain.timeline.Account.Owed;
import org.kontor.domain.timeline.Event.Item;
import org.kontor.domain.timeline.Event.Kind;
import org.kontor.domain.timeline.Event.Reason;

/** The invoices to come. They have no number yet, so they are named by what they bill. */
final class Invoicing {

  /** Above every real id: what is issued later is younger. */
  private static final long NOT_ISSUED = Long.MAX_VALUE / 2;

  private final Future future;
  private final Payments payments;
  private long next = NOT_ISSUED;

  Invoicing(Future future, Payments payments) {
    this.future = future;
    this.payments = payments;
  }

  void monthly(LocalDate date) {
    PolicyPack pack = future.pack(date);
    boolean issued = false;
    for (Course course : future.courses) {
      boolean advance =
          pack.plan(course.now().planCode())
              .filter(plan -> plan.timing() == Timing.MONTHLY_ADVANCE)
              .isPresent();
      if (!advance) {
        continue;
      }
      Pricing<InvoiceDraft> pricing =
          new MonthlyPricing(pack)
              .price(course.now(), future.account.buyer(), course.arrears, date);
      if (pricing instanceof Pricing.Billed<InvoiceDraft> billed) {
        issue(course, billed.what());
        issued = true;
      } else if (pricing instanceof Pricing.Parked<InvoiceDraft> parked) {
        future.parked(course, date, parked.code(), parked.detail());
      }
    }
    if (issued) {
      payments.useCredit();
    }
  }

  private void issue(Course course, InvoiceDraft draft) {
    course.invoiced(draft.period().to());
    Set<String> rules = new LinkedHashSet<>(List.of("S1.25", "S1.26"));
    draft.lines().forEach(line -> rules.addAll(line.why().rules()));
    List<Item> items =
        draft.lines().stream().map(l -> new Item(l.itemCode(), l.name(), l.net())).toList();
    Reason because = new Reason(List.copyOf(rules), draft.policy(), draft.sourceKey());
    future.happens(
        Kind.INVOICE,
        draft.issueDate(),
        course,
        draft.total(),
        because,
        Map.of("due", draft.dueDate().toString(), "net", draft.net().amount().toPlainString()),
        items);
    if (draft.total().isPositive()) {
      Owed owed =
          new Owed(
              next++,
              draft.sourceKey(),
              course.id,
              draft.issueDate(),
              new Standing.OpenItem(draft.dueDate(), draft.total(), draft.total()));
      future.owed.add(owed);
      expect(owed);
    }
  }

  /** Its last day in time is said, if it is open then. */
  void expect(Owed owed) {
    if (!future.start(owed.item().due()).isAfter(future.now)) {
      return;
    }
    future.at(
        future.start(owed.item().due()),
        () ->
            future.owed.stream()
                .filter(open -> open.id() == owed.id())
                .findFirst()
                .ifPresent(this::due));
  }

  private void due(Owed owed) {
    tell(Kind.INVOICE_DUE, owed, owed.item().due(), "S1.27");
  }

  /** Reminds of what is open and not yet late (S1.38). */
  void remind(LocalDate date) {
    for (Owed owed : future.owed) {
      if (owed.subscriptionId() != 0 && !owed.item().due().isBefore(date)) {
        tell(Kind.INVOICE_REMINDER, owed, date, "S1.38");
      }
    }
  }

  private void tell(Kind kind, Owed owed, LocalDate day, String rule) {
    Course of =
        future.courses.stream().filter(c -> c.id == owed.subscriptionId()).findFirst().orElse(null);
    future.happens(
        kind,
        day,
        of,
        owed.item().open(),
        new Reason(List.of(rule), future.pack(day).id(), owed.number()),
        Map.of("due", owed.item().due().toString()),
        List.of());
  }
}
