package org.kontor.crm.platform.boundary;

import jakarta.resource.ResourceException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What the database said within a failure, whoever wrapped it: we, the persistence provider, or the
 * transaction manager, which hides why a commit failed among what it suppressed.
 */
public final class SqlStates {

  /**
   * Connection, resources, shutdown, system (PostgreSQL manual, appendix A). A statement that was
   * cancelled (57014) may be one account's that takes too long.
   */
  private static final List<String> AWAY = List.of("08", "53", "57P", "58");

  private SqlStates() {}

  /** The first SQLSTATE, for example 40P01; none where the database said nothing. */
  public static Optional<String> first(Throwable failure) {
    return said(failure).stream()
        .map(SQLException::getSQLState)
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** What of a failure helps most: the database's word, else the innermost one. */
  public static Throwable telling(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != failure) {
      root = root.getCause();
    }
    return said(failure).stream()
        .filter(said -> said.getSQLState() != null)
        .map(Throwable.class::cast)
        .findFirst()
        .orElse(root);
  }

  /**
   * Whether the database was gone, full or going down, or could not be reached at all: nobody's
   * data are at fault, and the same work may be done later.
   */
  public static boolean isAway(Throwable failure) {
    List<SQLException> said = said(failure);
    List<String> states =
        said.stream().map(SQLException::getSQLState).filter(Objects::nonNull).toList();
    // The pool gives no state: neither when it finds no connection, nor when it complains of a
    // transaction that is over, which is the work's own fault
    return states.isEmpty()
        ? said.stream().anyMatch(SqlStates::findsNoConnection)
        : states.stream().anyMatch(state -> AWAY.stream().anyMatch(state::startsWith));
  }

  private static boolean findsNoConnection(SQLException said) {
    return said.getCause() instanceof ResourceException;
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
