package org.kontor.domain.problem;

/**
 * Carries a {@link Problem} out of a transaction so that nothing of it is written. The boundaries'
 * container configuration rolls back on it; one mapper turns it into an answer.
 */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public Refused(Problem problem) {
    super(problem.code() + " " + problem.field() + ": " + problem.detail(), null, false, false);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
