package org.kontor.domain.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.RetentionPolicy.LegalTerm;
import org.kontor.domain.retention.Remains.Document;

/** What names a customer who is gone, and when the law lets it go (STANDARDS D.6). */
class RemainsTest {

  private static final LegalTerm ROMANIA = new LegalTerm(5, 0, LegalTerm.From.JULY_AFTER_YEAR);
  private static final LegalTerm UKRAINE = new LegalTerm(0, 1095, LegalTerm.From.END_OF_YEAR);
  private static final LegalTerm SPAIN = new LegalTerm(6, 0, LegalTerm.From.END_OF_YEAR);

  @Test
  void each_document_names_its_buyer_through_the_last_day_of_its_term() {
    assertFreeOn(ROMANIA, "2024-03-01", "2030-07-01");
    assertFreeOn(UKRAINE, "2024-03-01", "2028-01-01");
    assertFreeOn(SPAIN, "2024-12-31", "2031-01-01");
    assertFreeOn(new LegalTerm(0, 1, LegalTerm.From.DOCUMENT), "2024-02-28", "2024-03-01");
  }

  @Test
  void documents_go_one_by_one_and_the_record_with_the_last_booking() {
    LegalTerm month = new LegalTerm(0, 30, LegalTerm.From.DOCUMENT);
    Remains remains = remains("0.00", "2024-04-10", "2024-03-01", "2024-04-01");
    assertThat(remains.due(month, day("2024-03-31"))).isEmpty();
    assertThat(remains.next(month, day("2024-03-31"))).contains(day("2024-04-01"));
    assertThat(remains.due(month, day("2024-04-01"))).extracting(Document::id).containsExactly(1L);
    assertThat(remains.recordIsDue(month, day("2024-04-01"))).isFalse();
    assertThat(remains.next(month, day("2024-04-01"))).contains(day("2024-05-02"));
    assertThat(remains.due(month, day("2024-05-02"))).hasSize(2);
    assertThat(remains.recordIsDue(month, day("2024-05-02"))).as("a booking is younger").isFalse();
    assertThat(remains.next(month, day("2024-05-02"))).contains(day("2024-05-11"));
    assertThat(remains.recordIsDue(month, day("2024-05-11"))).isTrue();
    assertThat(remains.next(month, day("2024-05-11"))).isEmpty();
  }

  @Test
  void who_never_had_a_document_or_booking_is_nobody_at_once_but_not_while_money_is_his() {
    assertThat(remains("0.00", null).recordIsDue(SPAIN, day("2024-03-01"))).isTrue();
    assertThat(remains("-19.00", null).recordIsDue(SPAIN, day("2024-03-01"))).isTrue();
    Remains owed = remains("0.01", null);
    assertThat(owed.recordIsDue(SPAIN, day("2034-03-01"))).isFalse();
    assertThat(owed.next(SPAIN, day("2034-03-01"))).contains(day("2034-04-01"));
  }

  @Test
  void mail_that_is_under_way_is_looked_for_again_tomorrow() {
    Money none = Money.of("0.00", "RON");
    Remains posting = new Remains(true, List.of(), null, none, null);
    assertThat(posting.next(SPAIN, day("2024-03-01"))).contains(day("2024-03-02"));
    assertThat(posting.recordIsDue(SPAIN, day("2024-03-01"))).isFalse();
    Remains arrived = new Remains(false, List.of(), null, none, null);
    assertThat(arrived.next(SPAIN, day("2024-03-01"))).isEmpty();
  }

  @Test
  void who_left_without_a_deletion_keeps_the_record_until_his_last_invoice_can_have_come() {
    LegalTerm month = new LegalTerm(0, 30, LegalTerm.From.DOCUMENT);
    Money none = Money.of("0.00", "RON");
    Remains left = new Remains(false, List.of(), null, none, day("2024-03-10"));
    assertThat(left.recordIsDue(month, day("2024-05-09"))).isFalse();
    assertThat(left.next(month, day("2024-03-10"))).contains(day("2024-05-10"));
    assertThat(left.recordIsDue(month, day("2024-05-10"))).isTrue();
    Remains billed = new Remains(false, List.of(), day("2024-05-01"), none, day("2024-03-10"));
    assertThat(billed.recordIsDue(month, day("2024-05-31"))).isFalse();
    assertThat(billed.recordIsDue(month, day("2024-06-01"))).isTrue();
  }

  private static void assertFreeOn(LegalTerm term, String issued, String free) {
    LocalDate first = day(free);
    Remains remains = remains("0.00", issued, issued);
    assertThat(remains.due(term, first.minusDays(1))).isEmpty();
    assertThat(remains.due(term, first)).hasSize(1);
  }

  private static Remains remains(String balance, String booked, String... issued) {
    List<Document> documents = new ArrayList<>();
    for (String day : issued) {
      documents.add(new Document(documents.size() + 1L, day(day)));
    }
    LocalDate last = booked == null ? null : day(booked);
    return new Remains(false, documents, last, Money.of(balance, "RON"), null);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
