package org.kontor.crm.platform.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Identifiers from the one sequence, taken in blocks so that a single id costs no round trip. */
@ApplicationScoped
public class Ids {

  /** The sequence's increment (V001). */
  public static final int BLOCK = 1000;

  private final Sql sql;
  private long next;
  private long end;

  @Inject
  public Ids(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected Ids() {
    this(null);
  }

  public synchronized long next() {
    if (next == end) {
      next = sql.one(row -> row.getLong(1), "select nextval('kontor_id')").orElseThrow();
      end = next + BLOCK;
    }
    return next++;
  }

  /** Takes {@code count} ids, not necessarily adjacent. */
  public synchronized long[] next(int count) {
    long[] ids = new long[count];
    for (int i = 0; i < count; i++) {
      ids[i] = next();
    }
    return ids;
  }
}
