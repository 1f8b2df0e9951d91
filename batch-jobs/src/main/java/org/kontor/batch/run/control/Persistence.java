package org.kontor.batch.run.control;

import java.util.function.BooleanSupplier;
import org.kontor.billing.run.boundary.BoundExceeded;
import org.kontor.billing.run.boundary.RunTakenOver;
import org.kontor.crm.platform.boundary.SqlStates;

/** Which failures pass by themselves, which concern the whole run, and which only one account. */
final class Persistence {

  private static final int TRIES = 5;

  private Persistence() {}

  /** Tries again what lost against another transaction (deadlock, serialization, lock time-out). */
  static boolean retrying(BooleanSupplier step) {
    for (int attempt = 1; ; attempt++) {
      try {
        return step.getAsBoolean();
      } catch (RuntimeException failure) {
        String state = sqlState(failure);
        boolean passes = state.equals("40P01") || state.equals("40001") || state.equals("55P03");
        if (!passes || attempt == TRIES) {
          throw failure;
        }
      }
    }
  }

  /**
   * The database is gone or full, the run was taken over or is to be held back: no account's fault.
   */
  static boolean isEverybodys(Throwable failure) {
    return isCausedBy(failure, RunTakenOver.class)
        || isCausedBy(failure, BoundExceeded.class)
        || SqlStates.isAway(failure)
        || sqlState(failure).startsWith("42");
  }

  static boolean isCausedBy(Throwable failure, Class<? extends Throwable> kind) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  static String reason(Throwable failure) {
    Throwable said = SqlStates.telling(failure);
    return said.getClass().getSimpleName() + ": " + said.getMessage();
  }

  /** What the database or the innermost failure says. */
  static String message(Throwable failure) {
    return SqlStates.telling(failure).getMessage();
  }

  private static String sqlState(Throwable failure) {
    return SqlStates.first(failure).orElse("");
  }
}
