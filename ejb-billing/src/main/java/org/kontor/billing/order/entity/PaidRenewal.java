package org.kontor.billing.order.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.kontor.domain.order.RenewedTerm;
import org.kontor.domain.time.DateRange;

/** A stored {@link RenewedTerm}. */
@Embeddable
public class PaidRenewal {

  @Column(name = "invoice_id")
  private long invoiceId;

  @Column(name = "invoice_line")
  private int invoiceLine;

  @Column(name = "ended_before")
  private LocalDate endedBefore;

  @Column(name = "first_day")
  private LocalDate firstDay;

  @Column(name = "last_day")
  private LocalDate lastDay;

  private int months;

  protected PaidRenewal() {}

  PaidRenewal(RenewedTerm term) {
    this.invoiceId = term.invoice();
    this.invoiceLine = term.line();
    this.endedBefore = term.endedBefore();
    this.firstDay = term.days().from();
    this.lastDay = term.days().to();
    this.months = term.months();
  }

  RenewedTerm term() {
    return new RenewedTerm(
        invoiceId, invoiceLine, endedBefore, new DateRange(firstDay, lastDay), months);
  }
}
