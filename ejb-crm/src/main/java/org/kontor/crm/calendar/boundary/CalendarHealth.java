package org.kontor.crm.calendar.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Shows at the health page that a calendar is missed. Never down: what needs no calendar goes on,
 * and what needs it is refused with its reason.
 */
@Stateless
@Local(HealthCheck.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CalendarHealth implements HealthCheck {

  private CalendarYears calendars;

  /** For the container. */
  public CalendarHealth() {}

  @Inject
  public CalendarHealth(CalendarYears calendars) {
    this.calendars = calendars;
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("calendars");
    try {
      List<CalendarAlarm> alarms = calendars.alarms();
      return response
          .withData("degraded", !alarms.isEmpty())
          .withData(
              "alarms",
              alarms.stream()
                  .map(a -> a.country() + " " + a.year() + " " + a.kind())
                  .collect(Collectors.joining(", ")))
          .up()
          .build();
    } catch (RuntimeException unreachable) {
      // The database's own check says so.
      return response.withData("degraded", true).up().build();
    }
  }
}
