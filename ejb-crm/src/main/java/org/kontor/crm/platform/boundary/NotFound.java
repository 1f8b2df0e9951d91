package org.kontor.crm.platform.boundary;

import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;

/**
 * The one answer for what does not exist and for what the caller may not see: whoever asks cannot
 * tell the two apart.
 */
public final class NotFound {

  private NotFound() {}

  /**
   * @param what the kind of thing, for example {@code customer}
   */
  public static Refused of(String what) {
    return Problem.of(
            ProblemCode.NOT_FOUND, "", "There is no such " + what, "Check the id in the address.")
        .asException();
  }
}
