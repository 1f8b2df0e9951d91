package org.kontor.billing.bookaudit.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.kontor.billing.bookaudit.control.BookAuditStore;

/**
 * Shows at the health page what the last audits found. Never down: a book with a difference is to
 * be looked at, not to be closed.
 */
@Stateless
@Local(HealthCheck.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BookHealth implements HealthCheck {

  private BookAuditStore store;

  /** For the container. */
  public BookHealth() {}

  @Inject
  public BookHealth(BookAuditStore store) {
    this.store = store;
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("books");
    try {
      List<String> unsound = store.unsound();
      return response
          .withData("degraded", !unsound.isEmpty())
          .withData("findings", String.join(", ", unsound))
          .up()
          .build();
    } catch (RuntimeException unreachable) {
      // The database's own check says so.
      return response.withData("degraded", true).up().build();
    }
  }
}
