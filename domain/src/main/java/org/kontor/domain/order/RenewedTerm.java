package org.kontor.domain.order;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kontor.domain.policy.BillingPolicy.LateRenewal;
import org.kontor.domain.time.DateRange;

/**
 * A term that a paid renewal added to a product (S5.33).
 *
 * @param invoice id of the renewal invoice
 * @param line its line (BT-126)
 * @param endedBefore last usable day without it
 * @param days the term, its last day usable
 * @param months at least 1
 */
public record RenewedTerm(
    long invoice, int line, LocalDate endedBefore, DateRange days, int months) {

  /** What a payment of that value date buys. */
  public static RenewedTerm paid(
      long invoice, int line, LocalDate expiresOn, LocalDate paidOn, int months, LateRenewal late) {
    DateRange days = Term.renewed(expiresOn, paidOn, months, late);
    return new RenewedTerm(invoice, line, expiresOn, days, months);
  }

  /** Whether nothing of it is left to be used on {@code today}. */
  public boolean isOver(LocalDate today) {
    return days.to().isBefore(today);
  }

  /**
   * What is left when one renewal is given back. What followed it without a break moves up to its
   * place; a term that began with a late payment stays where it is. So the order in which renewals
   * are given back does not matter: each takes its months off the end.
   *
   * @param terms in the order of their days
   */
  public static List<RenewedTerm> without(List<RenewedTerm> terms, long invoice) {
    List<RenewedTerm> left = new ArrayList<>(terms.size());
    boolean moving = false;
    LocalDate end = null;
    LocalDate next = null;
    for (RenewedTerm term : terms) {
      if (term.invoice == invoice) {
        end = moving ? end : term.endedBefore;
        next = moving && term.followsAtOnce() ? next : term.days.from();
        moving = true;
      } else {
        RenewedTerm kept = moving ? term.movedUp(end, next) : term;
        left.add(kept);
        end = kept.days.to();
        next = end.plusDays(1);
      }
    }
    return List.copyOf(left);
  }

  /** Last usable day after these terms; {@code without} any, the day before the first. */
  public static LocalDate lastDay(List<RenewedTerm> terms, LocalDate without) {
    return terms.isEmpty() ? without : terms.get(terms.size() - 1).days.to();
  }

  private boolean followsAtOnce() {
    return days.from().equals(endedBefore.plusDays(1));
  }

  private RenewedTerm movedUp(LocalDate end, LocalDate next) {
    LocalDate from = followsAtOnce() ? next : days.from();
    DateRange moved =
        from.equals(end.plusDays(1)) ? Term.following(end, months) : Term.starting(from, months);
    return new RenewedTerm(invoice, line, end, moved, months);
  }
}
