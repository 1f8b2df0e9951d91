package org.kontor.domain.problem;

import java.util.Map;
import java.util.Objects;

/**
 * An expected refusal: what is wrong, where, and how to mend it. A value, not a failure of the
 * system; screens and REST show the same code.
 *
 * @param code stable, from {@link ProblemCode}
 * @param field place of the fault in the caller's input (JSON path), or empty
 * @param detail what is wrong, in English, without personal data
 * @param mend what the caller can do
 * @param data figures for programs, for example {@code used} and {@code allowed}
 */
public record Problem(
    ProblemCode code, String field, String detail, String mend, Map<String, Object> data) {

  public Problem {
    Objects.requireNonNull(code, "code");
    data = Map.copyOf(data);
  }

  public static Problem of(ProblemCode code, String field, String detail, String mend) {
    return new Problem(code, field, detail, mend, Map.of());
  }

  public Refused asException() {
    return new Refused(this);
  }
}
