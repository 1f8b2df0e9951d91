package org.kontor.web.rest;

import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/** A call that needs a body and came without. */
public final class Body {

  private Body() {}

  /** The body, or MALFORMED_BODY when there is none (or it is {@code null} in JSON). */
  public static <T> T required(T body) {
    if (body == null) {
      throw Problem.of(ProblemCode.MALFORMED_BODY, "", "The body is missing", "Send a JSON object.")
          .asException();
    }
    return body;
  }
}
