package org.kontor.crm.platform.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Lets those who are about to make the same thing go one after the other, so that the second sees
 * what the first made instead of running into its unique key. Held until the transaction ends.
 */
@ApplicationScoped
public class NaturalLocks {

  private final Sql sql;

  @Inject
  public NaturalLocks(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected NaturalLocks() {
    this(null);
  }

  /**
   * @param what the kind of thing, for example {@code customer}
   * @param key its natural key
   */
  public void hold(String what, String... key) {
    sql.one(
        row -> true,
        "select pg_advisory_xact_lock(hashtextextended(?, 4711))",
        what + '\n' + String.join("\n", key));
  }
}
