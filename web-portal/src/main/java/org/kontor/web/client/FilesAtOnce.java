package org.kontor.web.client;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/**
 * How many files one person takes at the same time: each holds a thread of the server until it is
 * made and taken, so that a few slow connections of one person could hold all of them. Each node
 * counts by itself.
 */
@ApplicationScoped
public class FilesAtOnce {

  static final int MOST = 3;
  private static final int SOON_SECONDS = 60;

  private final Map<Long, Integer> byPerson = new ConcurrentHashMap<>();

  /**
   * Begins a file; {@link #end} is to follow.
   *
   * @throws org.kontor.domain.problem.Refused FILES_AT_ONCE, and nothing has begun
   */
  void begin(long person) {
    if (byPerson.merge(person, 1, Integer::sum) <= MOST) {
      return;
    }
    end(person);
    throw new Problem(
            ProblemCode.FILES_AT_ONCE,
            "",
            "Other files of this person are still on their way",
            "Wait until one of them has arrived, then ask again.",
            Map.of("retryAfterSeconds", SOON_SECONDS))
        .asException();
  }

  void end(long person) {
    byPerson.computeIfPresent(person, (known, files) -> files == 1 ? null : files - 1);
  }
}
