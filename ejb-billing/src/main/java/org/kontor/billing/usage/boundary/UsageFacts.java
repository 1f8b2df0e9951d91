package org.kontor.billing.usage.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.kontor.billing.usage.boundary.FactResults.Result;
import org.kontor.billing.usage.control.FactRecorder;
import org.kontor.billing.usage.control.FactRecorder.Answer;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/** Takes facts about use, each once under its sender's key. */
@Stateless
public class UsageFacts {

  /** More in one call is refused as a whole. */
  public static final int MAX_FACTS = 10_000;

  @Inject private FactRecorder recorder;

  /**
   * @throws org.kontor.domain.problem.Refused MISSING_VALUE, INVALID_VALUE, ABSURD_QUANTITY,
   *     NOT_FOUND, UNKNOWN_METRIC, IN_THE_FUTURE, BEFORE_BOOK, DAY_CLOSED, WRONG_STATE or
   *     IDEMPOTENCY_KEY_REUSED
   */
  public FactReceipt record(NewFact fact) {
    Answer answer = recorder.record(List.of(fact)).get(0);
    if (answer.problem() != null) {
      throw answer.problem().asException();
    }
    return answer.receipt();
  }

  /** Takes what can be taken, in one transaction; says of each other fact why not. */
  public FactResults recordAll(NewFacts call) {
    List<NewFact> facts = call.facts();
    if (facts == null || facts.isEmpty()) {
      throw Problem.of(
              ProblemCode.MISSING_VALUE, "facts", "facts is empty", "Send at least one fact.")
          .asException();
    }
    if (facts.size() > MAX_FACTS) {
      throw Problem.of(
              ProblemCode.TOO_LARGE,
              "facts",
              facts.size() + " facts in one call",
              "Send at most " + MAX_FACTS + " facts in one call.")
          .asException();
    }
    List<Answer> answers = recorder.record(facts);
    List<Result> results = new ArrayList<>(answers.size());
    int[] count = new int[3];
    for (int i = 0; i < answers.size(); i++) {
      FactReceipt receipt = answers.get(i).receipt();
      count[receipt == null ? 2 : receipt.state().ordinal()]++;
      results.add(new Result(i, receipt, answers.get(i).problem()));
    }
    return new FactResults(count[0], count[1], count[2], results);
  }
}
