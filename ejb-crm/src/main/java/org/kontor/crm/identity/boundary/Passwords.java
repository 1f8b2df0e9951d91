package org.kontor.crm.identity.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.kontor.crm.identity.control.Hashing;
import org.kontor.crm.platform.boundary.Audit;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.identity.PasswordRule;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/** Sets passwords. Whoever calls has made sure that the person itself wants it. */
@ApplicationScoped
public class Passwords {

  private final Sql sql;
  private final Hashing hashing;
  private final Audit audit;
  private final Sessions sessions;
  private final KnownDevices devices;

  @Inject
  public Passwords(Sql sql, Hashing hashing, Audit audit, Sessions sessions, KnownDevices devices) {
    this.sql = sql;
    this.hashing = hashing;
    this.audit = audit;
    this.sessions = sessions;
    this.devices = devices;
  }

  /** For the container's proxy. */
  protected Passwords() {
    this(null, null, null, null, null);
  }

  /**
   * A new password; the person's other sessions end, and no browser is remembered (S5.7).
   *
   * @param spared the session that may go on, 0 for none
   * @throws org.kontor.domain.problem.Refused WEAK_PASSWORD with {@code fault}
   */
  @Transactional
  public void set(long personId, String password, long spared) {
    refuseWeak(personId, password);
    String hash = hashing.of(password);
    sql.update(
        "insert into password (person_id, hash) values (?, ?) on conflict (person_id) do update"
            + " set hash = excluded.hash, changed_at = now()",
        personId,
        hash);
    sessions.endOthers(personId, spared);
    devices.distrust(personId);
    audit.record("password.changed", "person/" + personId, Map.of());
  }

  private void refuseWeak(long personId, String password) {
    List<String> known =
        sql.one(
                row -> List.of(row.getString(1), row.getString(2), row.getString(3)),
                "select name, email, vendor_code from person where id = ?",
                personId)
            .orElseThrow(() -> NotFound.of("person"));
    PasswordRule.fault(password, known)
        .ifPresent(
            fault -> {
              throw new Problem(
                      ProblemCode.WEAK_PASSWORD,
                      "password",
                      "The password is too easy to guess: " + fault,
                      "Send at least "
                          + PasswordRule.SHORTEST
                          + " characters that are not a name, a row of keys or a repetition.",
                      Map.of("fault", fault.name(), "shortest", PasswordRule.SHORTEST))
                  .asException();
            });
  }
}
