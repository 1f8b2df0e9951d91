package org.kontor.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import org.kontor.domain.money.Money;
import org.kontor.domain.text.Formats;

/** Money and dates as the reader writes them: {@code #{show.money(due)}}. */
@RequestScoped
@Named("show")
public class Shown {

  @Inject private Visit visit;

  public String money(Money amount) {
    return formats().money(amount);
  }

  /** For tables. */
  public String day(LocalDate date) {
    return date == null ? "" : formats().dateShort(date);
  }

  /** For sentences. */
  public String date(LocalDate date) {
    return date == null ? "" : formats().date(date);
  }

  /** Day and time in the vendor's zone. */
  public String moment(Instant instant) {
    return instant == null ? "" : formats().moment(instant, visit.getPortal().zone());
  }

  private Formats formats() {
    return Formats.in(visit.getLanguage());
  }
}
