package org.kontor.domain.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.RetentionPolicy.LegalTerm;

/**
 * What is left of a customer of whom nothing lives any more, and until when the law keeps it
 * (STANDARDS D.6).
 *
 * @param posting whether mail to him is under way still; its address goes when it has arrived
 * @param documents that name their buyer
 * @param lastBooking latest document, payment or charge; null where there is none
 * @param balance a credit that is to be refunded keeps the customer's own record
 * @param leftOn day from which nothing of him was left, where nothing was deleted; null after a
 *     deletion
 */
public record Remains(
    boolean posting,
    List<Document> documents,
    LocalDate lastBooking,
    Money balance,
    LocalDate leftOn) {

  /** Whoever leaves in arrears gets his last invoice after he has left. */
  private static final int MONTHS_TO_LAST_INVOICE = 2;

  public Remains {
    documents = List.copyOf(documents);
  }

  /** An issued document. */
  public record Document(long id, LocalDate issuedOn) {}

  /** The documents whose buyer becomes a pseudonym today. */
  public List<Document> due(LegalTerm term, LocalDate today) {
    return documents.stream().filter(d -> !free(term, d.issuedOn()).isAfter(today)).toList();
  }

  /** Whether the customer's own record becomes a pseudonym today. */
  public boolean recordIsDue(LegalTerm term, LocalDate today) {
    return !posting
        && !balance.isPositive()
        && due(term, today).size() == documents.size()
        && !ownRecordFree(term, today).isAfter(today);
  }

  /**
   * When something is due again, once what is due today was done.
   *
   * @return empty when nothing is left
   */
  public Optional<LocalDate> next(LegalTerm term, LocalDate today) {
    Stream<LocalDate> papers =
        documents.stream().map(d -> free(term, d.issuedOn())).filter(day -> day.isAfter(today));
    LocalDate mail = posting ? today.plusDays(1) : null;
    return Stream.concat(
            papers, Stream.of(mail, ownRecord(term, today)).flatMap(Stream::ofNullable))
        .min(LocalDate::compareTo);
  }

  /** A credit is looked for again each month. */
  private LocalDate ownRecord(LegalTerm term, LocalDate today) {
    if (recordIsDue(term, today)) {
      return null;
    }
    LocalDate free = ownRecordFree(term, today);
    return free.isAfter(today) ? free : today.plusMonths(1);
  }

  /** First day without a reason to keep the record; today where there never was one. */
  private LocalDate ownRecordFree(LegalTerm term, LocalDate today) {
    LocalDate booked = lastBooking == null ? today : free(term, lastBooking);
    LocalDate settled = leftOn == null ? today : leftOn.plusMonths(MONTHS_TO_LAST_INVOICE);
    return settled.isAfter(booked) ? settled : booked;
  }

  private static LocalDate free(LegalTerm term, LocalDate day) {
    return term.lastDay(day).plusDays(1);
  }
}
