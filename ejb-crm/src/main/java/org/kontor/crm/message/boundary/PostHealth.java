package org.kontor.crm.message.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.kontor.crm.message.control.MailServer;
import org.kontor.crm.platform.boundary.Setting;
import org.kontor.crm.platform.boundary.Settings;
import org.kontor.crm.platform.boundary.Sql;

/**
 * How the post stands. Always up: a mail server that is away must not take a node out of service;
 * {@code post} then says {@code degraded}. Counts stop at {@value #MOST}.
 */
@Stateless
@Local(HealthCheck.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PostHealth implements HealthCheck {

  private static final int MOST = 10_000;

  private MailServer server;
  private Settings settings;
  private Sql sql;

  /** For the container. */
  public PostHealth() {}

  @Inject
  public PostHealth(MailServer server, Settings settings, Sql sql) {
    this.server = server;
    this.settings = settings;
    this.sql = sql;
  }

  @Override
  public HealthCheckResponse call() {
    var response =
        HealthCheckResponse.named("mail").withData("mode", settings.text(Setting.MAIL_MODE));
    try {
      long failed = count("from outbox where delivered_at is null and tries > 0");
      boolean good = server.isOn() && server.lastFailure().isEmpty() && failed == 0;
      return response
          .withData("post", good ? "good" : "degraded")
          .withData("outbox-waiting", count("from outbox where delivered_at is null"))
          .withData("outbox-failed", failed)
          .withData("mail-waiting", count("from message where state = 'WAITING'"))
          .up()
          .build();
    } catch (RuntimeException unreachable) {
      // The database's own check says so.
      return response.withData("post", "degraded").up().build();
    }
  }

  private long count(String rows) {
    return sql.one(
            row -> row.getLong(1),
            "select count(*) from (select 1 " + rows + " limit ?) found",
            MOST)
        .orElseThrow();
  }
}
