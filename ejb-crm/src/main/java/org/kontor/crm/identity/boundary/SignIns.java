package org.kontor.crm.identity.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.kontor.crm.identity.control.Hashing;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.identity.PasswordRule;

/**
 * Signing in. Whether an account exists shows neither in the answer nor in how long it takes
 * (QUALITY S16); a transaction is not open while a password is hashed.
 */
@ApplicationScoped
public class SignIns {

  private static final int TRIES_OF_AN_ADDRESS = 60;
  private static final int TRIES_OF_AN_ACCOUNT = 8;
  private static final Duration WINDOW = Duration.ofMinutes(15);

  private final Sql sql;
  private final Hashing hashing;
  private final Tries tries;
  private final Sessions sessions;
  private final SecondFactors seconds;
  private final KnownDevices devices;

  @Inject
  public SignIns(
      Sql sql,
      Hashing hashing,
      Tries tries,
      Sessions sessions,
      SecondFactors seconds,
      KnownDevices devices) {
    this.sql = sql;
    this.hashing = hashing;
    this.tries = tries;
    this.sessions = sessions;
    this.seconds = seconds;
    this.devices = devices;
  }

  /** For the container's proxy. */
  protected SignIns() {
    this(null, null, null, null, null, null);
  }

  /**
   * By mail address and password.
   *
   * @param device what this browser kept since it was remembered; null when it was not
   * @param from where the attempt comes from
   * @return empty when address or password are wrong
   * @throws org.kontor.domain.problem.Refused TOO_MANY_REQUESTS
   */
  public Optional<Entered> signIn(
      String vendor, String email, String password, String device, Origin from) {
    String account = from.address() + " " + vendor + " " + email.toLowerCase(Locale.ROOT);
    tries.count(from.address(), TRIES_OF_AN_ADDRESS, WINDOW);
    tries.count(account, TRIES_OF_AN_ACCOUNT, WINDOW);
    Optional<Stored> stored =
        sql.one(
            row -> new Stored(row.getLong(1), row.getString(2)),
            "select p.id, w.hash from person p left join password w on w.person_id = p.id"
                + " where p.vendor_code = ? and lower(p.email) = lower(?)",
            vendor,
            email);
    boolean known =
        password.length() <= PasswordRule.LONGEST
            && hashing.matches(password, stored.map(Stored::hash).orElse(null));
    if (!known) {
      return Optional.empty();
    }
    tries.forget(account);
    Stored person = stored.orElseThrow();
    if (!hashing.isCurrent(person.hash())) {
      sql.update(
          "update password set hash = ? where person_id = ? and hash = ?",
          hashing.of(password),
          person.personId(),
          person.hash());
    }
    return Optional.of(enter(person.personId(), 0, device, from));
  }

  /**
   * Begins a session of somebody who showed the first factor, whichever it was. Who has a second
   * one waits for it, but in a browser that is known.
   *
   * @param customerId for whom it acts; 0 for whom it acted last
   * @param device what this browser kept since it was remembered; null when it was not
   */
  Entered enter(long personId, long customerId, String device, Origin from) {
    boolean waits = seconds.has(personId) && !devices.knows(personId, device);
    String token =
        waits
            ? sessions.beginWaiting(personId, customerId, from.address(), from.agent())
            : sessions.beginFor(personId, customerId, from.address(), from.agent());
    return new Entered(token, waits);
  }

  /** Whether this is the person's own password: to prove once more who it is. */
  public boolean proves(Visitor visitor, String password, Origin from) {
    tries.count("proof " + visitor.personId(), TRIES_OF_AN_ACCOUNT, WINDOW);
    String hash =
        sql.one(
                row -> row.getString(1),
                "select hash from password where person_id = ?",
                visitor.personId())
            .orElse(null);
    boolean proven = password.length() <= PasswordRule.LONGEST && hashing.matches(password, hash);
    if (proven) {
      sessions.proven(visitor.sessionId());
    }
    return proven;
  }

  /**
   * Where a request comes from.
   *
   * @param address of the network
   * @param agent what the browser calls itself
   */
  public record Origin(String address, String agent) {}

  /**
   * A session.
   *
   * @param token for the browser to keep
   * @param waits whether it opens nothing until the second factor was shown
   */
  public record Entered(String token, boolean waits) {}

  private record Stored(long personId, String hash) {}
}
