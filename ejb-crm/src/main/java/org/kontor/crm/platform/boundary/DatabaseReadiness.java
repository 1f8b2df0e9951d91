package org.kontor.crm.platform.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Ready while the database answers and its schema is not older than this version needs. Mail and
 * gateways never decide readiness. The server is told by way of {@code ear/health}.
 */
@Stateless
@Local(HealthCheck.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DatabaseReadiness implements HealthCheck {

  private SchemaState schema;

  /** For the container. */
  public DatabaseReadiness() {}

  @Inject
  public DatabaseReadiness(SchemaState schema) {
    this.schema = schema;
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("database").withData("schema-needed", schema.needed());
    try {
      int found = schema.found();
      return response.withData("schema-found", found).status(found >= schema.needed()).build();
    } catch (RuntimeException unreachable) {
      // The reason is in the log; strangers may read this page.
      return response.down().build();
    }
  }
}
