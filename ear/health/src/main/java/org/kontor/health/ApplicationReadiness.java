package org.kontor.health;

import jakarta.enterprise.context.ApplicationScoped;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Hands the server's question to the readiness check of ejb-crm. By a global name: the server asks
 * from a thread of its own, which belongs to no module.
 */
@Readiness
@ApplicationScoped
public class ApplicationReadiness implements HealthCheck {

  private static final String CHECK =
      "java:global/kontor/ejb-crm/DatabaseReadiness!" + HealthCheck.class.getName();

  @Override
  @SuppressWarnings("BanJNDI") // The name is ours and fixed.
  public HealthCheckResponse call() {
    try {
      HealthCheck check = InitialContext.doLookup(CHECK);
      return check.call();
    } catch (NamingException notDeployedYet) {
      return HealthCheckResponse.named("database").down().build();
    }
  }
}
