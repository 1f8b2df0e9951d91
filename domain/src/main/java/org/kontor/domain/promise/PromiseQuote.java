package org.kontor.domain.promise;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.kontor.domain.explain.Explanation;
import org.kontor.domain.money.Money;

/**
 * What a promise would mean, shown before it is taken (S2.34).
 *
 * @param days chosen
 * @param from when it would begin
 * @param end first moment after it, to be printed to the customer
 * @param skippedDays days off by which the end was put off
 * @param owedNow what is missing to a balance of 0.00
 * @param dueAtEnd what will be missing at the end when each day until then costs what the last one
 *     cost (S2.32); paid by then, the promise is kept
 * @param why gives {@code dueAtEnd} when run again
 */
public record PromiseQuote(
    int days,
    Instant from,
    Instant end,
    List<LocalDate> skippedDays,
    Money owedNow,
    Money dueAtEnd,
    Explanation why) {

  public PromiseQuote {
    skippedDays = List.copyOf(skippedDays);
  }
}
