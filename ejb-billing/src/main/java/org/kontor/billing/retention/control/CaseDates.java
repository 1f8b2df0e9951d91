package org.kontor.billing.retention.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.domain.message.Happened;
import org.kontor.domain.message.Renewed;
import org.kontor.domain.retention.CaseProgress;
import org.kontor.domain.retention.Notice;
import org.kontor.domain.time.BusinessClock;

/**
 * The day of a deletion as it stands when somebody reads of it: late mail moves it, and a notice
 * that waited for the mail server must not name the day that it was written with.
 */
@ApplicationScoped
public class CaseDates {

  @Inject private CaseStore store;
  @Inject private NoticeLog notices;
  @Inject private PolicyBook policies;
  @Inject private BusinessClock clock;

  /**
   * @param date name of the value that is the day of deletion; {@code daysLeft} goes with it
   * @return empty when it is about no case that is open
   */
  public Optional<Renewed> renewed(Happened what, String date) {
    return what.payload().containsKey("caseId")
        ? store
            .get(what.number("caseId"))
            .filter(row -> row.state().open())
            .map(row -> renewed(row, date))
        : Optional.empty();
  }

  private Renewed renewed(CaseRow row, String date) {
    ZoneId zone = policies.vendor(row.vendorCode()).zone();
    LocalDate today = clock.today(zone);
    List<Notice> told = notices.of(List.of(row), zone).getOrDefault(row.id(), List.of());
    LocalDate planned = new CaseProgress(row.countdown(), told).deletesOn(today);
    // One that waits for a second person, or for the end of a promise, can come with any night
    LocalDate day = planned.isBefore(today) ? today : planned;
    return new Renewed(
        Map.of(date, day, "daysLeft", ChronoUnit.DAYS.between(today, day)),
        planned.isAfter(today) ? day.atStartOfDay(zone).toInstant() : null);
  }
}
