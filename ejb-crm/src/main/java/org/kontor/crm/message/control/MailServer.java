package org.kontor.crm.message.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.mail.Session;
import java.time.Instant;
import java.util.Properties;
import org.kontor.crm.message.control.MailConnection.MailServerAway;
import org.kontor.crm.platform.boundary.BookEmptied;
import org.kontor.crm.platform.boundary.Setting;
import org.kontor.crm.platform.boundary.Settings;
import org.kontor.domain.message.Retry;

/**
 * The mail server as this node sees it: the application server's mail session tells where it is,
 * and after each failure it is left alone for a while, so that a server that is away costs nothing.
 */
@ApplicationScoped
public class MailServer {

  static final String SMTP = "SMTP";

  @Resource(lookup = "java:jboss/mail/Kontor")
  private Session configured;

  @Inject private Settings settings;

  private int failures;
  private Instant quietUntil = Instant.MIN;
  private String lastFailure = "";

  /** Whether mail is sent at all; otherwise the outbox waits. */
  public boolean isOn() {
    return settings.text(Setting.MAIL_MODE).equals(SMTP);
  }

  /** Whether it may be asked again after its last failure. */
  public synchronized boolean mayBeAsked(Instant now) {
    return !now.isBefore(quietUntil);
  }

  /** Why it was away when it was asked last; empty while it works. */
  public synchronized String lastFailure() {
    return lastFailure;
  }

  /**
   * @throws MailServerAway when nobody answers, or we may not log in
   */
  public MailConnection open() throws MailServerAway {
    return MailConnection.open(
        session(), settings.text(Setting.MAIL_USER), settings.text(Setting.MAIL_PASSWORD));
  }

  /** It answered: the next failure is a first one again. */
  public synchronized void worked() {
    failures = 0;
    quietUntil = Instant.MIN;
    lastFailure = "";
  }

  /** It is left alone for a while, longer with each failure in a row. */
  public synchronized void wasAway(Instant now, String reason) {
    failures++;
    quietUntil = now.plus(Retry.pauseOfServer(failures));
    lastFailure = reason;
  }

  /** A book that begins anew begins at another time: no pause of the old one counts. */
  void emptied(@Observes BookEmptied event) {
    worked();
  }

  /** The server's session as it is configured, with the envelope of automatic mail (RFC 3834). */
  private Session session() {
    Properties properties = new Properties();
    configured.getProperties().forEach(properties::put);
    String envelope = settings.text(Setting.MAIL_ENVELOPE_FROM);
    properties.put("mail.smtp.from", envelope.isEmpty() ? "<>" : envelope);
    properties.put("mail.smtp.quitwait", "false");
    return Session.getInstance(properties);
  }
}
