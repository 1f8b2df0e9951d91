package org.kontor.health;

import jakarta.enterprise.context.ApplicationScoped;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Hands the server's question about mail to ejb-crm; it never makes a node unready. */
@Readiness
@ApplicationScoped
public class ApplicationMail implements HealthCheck {

  private static final String CHECK =
      "java:global/kontor/ejb-crm/PostHealth!" + HealthCheck.class.getName();

  @Override
  @SuppressWarnings("BanJNDI") // The name is ours and fixed.
  public HealthCheckResponse call() {
    try {
      HealthCheck check = InitialContext.doLookup(CHECK);
      return check.call();
    } catch (NamingException notDeployedYet) {
      return HealthCheckResponse.named("mail").up().build();
    }
  }
}
