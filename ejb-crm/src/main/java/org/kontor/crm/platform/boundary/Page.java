package org.kontor.crm.platform.boundary;

import java.util.List;
import java.util.function.Function;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/**
 * One page of a list that is read by key, never by offset.
 *
 * @param next cursor of the following page, to be sent as {@code after}; null on the last page
 */
public record Page<T>(List<T> items, String next) {

  public static final int DEFAULT_LIMIT = 50;
  public static final int MAX_LIMIT = 200;

  public Page {
    items = List.copyOf(items);
  }

  /** Cuts a list that was read with {@code limit + 1} rows, which tells whether more follows. */
  public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursor) {
    if (rows.size() <= limit) {
      return new Page<>(rows, null);
    }
    List<T> items = rows.subList(0, limit);
    return new Page<>(items, cursor.apply(items.get(limit - 1)));
  }

  /** The caller's limit, or the default when none was sent; refuses what is out of bounds. */
  public static int limit(Integer asked) {
    if (asked == null) {
      return DEFAULT_LIMIT;
    }
    if (asked < 1 || asked > MAX_LIMIT) {
      throw Problem.of(
              ProblemCode.INVALID_VALUE,
              "limit",
              "limit must be 1 to " + MAX_LIMIT,
              "Send a limit within the bounds, and follow next for more.")
          .asException();
    }
    return asked;
  }

  /** A cursor that is an id; 0 (before the first) when none was sent. */
  public static long afterId(String after) {
    if (after == null || after.isEmpty()) {
      return 0;
    }
    try {
      return Long.parseLong(after);
    } catch (NumberFormatException e) {
      throw Problem.of(
              ProblemCode.INVALID_VALUE,
              "after",
              "after is not a cursor of this list",
              "Send the value of next of the page before, unchanged.")
          .asException();
    }
  }
}
