package org.kontor.crm.platform.boundary;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the database said within a failure, whoever wrapped it: we, the persistence provider, or the
 * transaction manager, which hides why a commit failed among what it suppressed.
 */
public final class SqlStates {

  /** Connection, resources, operator, system (PostgreSQL manual, appendix A). */
  private static final Set<String> AWAY = Set.of("08", "53", "57", "58");

  private SqlStates() {}

  /** The first SQLSTATE, for example 40P01; none where the database said nothing. */
  public static Optional<String> first(Throwable failure) {
    return said(failure).stream()
        .map(SQLException::getSQLState)
        .filter(state -> state != null)
        .findFirst();
  }

  /**
   * Whether the database was gone, full or going down, or could not be reached at all: nobody's
   * data are at fault, and the same work may be done later.
   */
  public static boolean isAway(Throwable failure) {
    return said(failure).stream().anyMatch(SqlStates::saysAway);
  }

  private static boolean saysAway(SQLException said) {
    String state = said.getSQLState();
    // The pool, which found no connection, gives no state
    return said instanceof SQLTransientException
        || state == null
        || state.length() >= 2 && AWAY.contains(state.substring(0, 2));
  }

  private static List<SQLException> said(Throwable failure) {
    List<SQLException> found = new ArrayList<>();
    collect(failure, found, Collections.newSetFromMap(new IdentityHashMap<>()));
    return found;
  }

  private static void collect(Throwable failure, List<SQLException> found, Set<Throwable> seen) {
    if (failure == null || !seen.add(failure)) {
      return;
    }
    if (failure instanceof SQLException said) {
      found.add(said);
    }
    collect(failure.getCause(), found, seen);
    for (Throwable suppressed : failure.getSuppressed()) {
      collect(suppressed, found, seen);
    }
  }
}
