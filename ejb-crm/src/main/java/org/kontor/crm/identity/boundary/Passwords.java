package org.kontor.crm.identity.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.kontor.crm.identity.control.Hashing;
import org.kontor.crm.platform.boundary.Audit;
import org.kontor.crm.platform.boundary.Sql;

/** Sets passwords. Whoever calls has made sure that the person itself wants it. */
@ApplicationScoped
public class Passwords {

  private final Sql sql;
  private final Hashing hashing;
  private final Audit audit;
  private final Sessions sessions;

  @Inject
  public Passwords(Sql sql, Hashing hashing, Audit audit, Sessions sessions) {
    this.sql = sql;
    this.hashing = hashing;
    this.audit = audit;
    this.sessions = sessions;
  }

  /** For the container's proxy. */
  protected Passwords() {
    this(null, null, null, null);
  }

  /**
   * A new password; the person's other sessions end (S5.7).
   *
   * @param spared the session that may go on, 0 for none
   */
  @Transactional
  public void set(long personId, String password, long spared) {
    String hash = hashing.of(password);
    sql.update(
        "insert into password (person_id, hash) values (?, ?) on conflict (person_id) do update"
            + " set hash = excluded.hash, changed_at = now()",
        personId,
        hash);
    sessions.endOthers(personId, spared);
    audit.record("password.changed", "person/" + personId, Map.of());
  }
}
