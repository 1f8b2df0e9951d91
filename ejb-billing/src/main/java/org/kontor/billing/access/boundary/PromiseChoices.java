package org.kontor.billing.access.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.billing.access.boundary.PromiseStanding.State;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.promise.PromiseState;

/**
 * All that a person may choose from before taking a promised payment: the exact end and the sum
 * that will then be due, for each number of days (S2.29, S2.34). Outside of any transaction: a
 * refusal is one of the answers.
 */
@ApplicationScoped
public class PromiseChoices {

  @Inject private Promises promises;
  @Inject private CustomerAccess access;
  @Inject private Sql sql;

  /**
   * @throws org.kontor.domain.problem.Refused NOT_FOUND, INVALID_VALUE when the person is nobody of
   *     the customer, CALENDAR_MISSING
   */
  public PromiseStanding of(long customerId, long personId) {
    PromiseView latest = latest(customerId).orElse(null);
    boolean running = latest != null && latest.state() == PromiseState.RUNNING;
    State state = State.NONE;
    // Of several subscriptions it may be that only one is about to be blocked
    for (long subscription : access.living(customerId)) {
      List<PromiseOffer> offers = new ArrayList<>();
      ProblemCode refusal = offered(subscription, personId, offers);
      if (!offers.isEmpty()) {
        return new PromiseStanding(State.OFFERED, offers, latest);
      }
      State found = State.of(refusal, running);
      state = state == State.NONE ? found : state;
    }
    return new PromiseStanding(running ? State.RUNNING : state, List.of(), latest);
  }

  /** Adds the offers for 1, 2, … days; says why there are no more. */
  private ProblemCode offered(long subscription, long personId, List<PromiseOffer> offers) {
    try {
      while (true) {
        int days = offers.size() + 1;
        offers.add(promises.offer(new NewPromise(subscription, personId, days)));
      }
    } catch (Refused refused) {
      boolean noMoreDays = refused.problem().code() == ProblemCode.INVALID_VALUE;
      if (noMoreDays && offers.isEmpty() || refused.problem().code() == ProblemCode.NOT_FOUND) {
        throw refused;
      }
      return refused.problem().code();
    }
  }

  private Optional<PromiseView> latest(long customerId) {
    return sql.one(
            row -> row.getLong(1),
            "select id from access_promise where customer_id = ? order by id desc limit 1",
            customerId)
        .map(promises::get);
  }
}
