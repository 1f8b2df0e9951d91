package org.kontor.health;

import jakarta.enterprise.context.ApplicationScoped;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Hands the server's question to the books' check of ejb-billing; it is never down. */
@Readiness
@ApplicationScoped
public class BookAlarms implements HealthCheck {

  private static final String CHECK =
      "java:global/kontor/ejb-billing/BookHealth!" + HealthCheck.class.getName();

  @Override
  @SuppressWarnings("BanJNDI") // The name is ours and fixed.
  public HealthCheckResponse call() {
    try {
      HealthCheck check = InitialContext.doLookup(CHECK);
      return check.call();
    } catch (NamingException notDeployedYet) {
      return HealthCheckResponse.named("books").withData("degraded", true).up().build();
    }
  }
}
