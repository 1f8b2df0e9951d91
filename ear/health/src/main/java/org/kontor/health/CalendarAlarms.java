package org.kontor.health;

import jakarta.enterprise.context.ApplicationScoped;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Hands the server's question to the calendar check of ejb-crm; it is never down. */
@Readiness
@ApplicationScoped
public class CalendarAlarms implements HealthCheck {

  private static final String CHECK =
      "java:global/kontor/ejb-crm/CalendarHealth!" + HealthCheck.class.getName();

  @Override
  @SuppressWarnings("BanJNDI") // The name is ours and fixed.
  public HealthCheckResponse call() {
    try {
      HealthCheck check = InitialContext.doLookup(CHECK);
      return check.call();
    } catch (NamingException notDeployedYet) {
      return HealthCheckResponse.named("calendars").withData("degraded", true).up().build();
    }
  }
}
