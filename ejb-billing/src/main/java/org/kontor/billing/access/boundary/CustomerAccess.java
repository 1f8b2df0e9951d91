package org.kontor.billing.access.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.kontor.billing.ledger.control.AccountHolders;
import org.kontor.crm.platform.boundary.Sql;

/**
 * What a person may do with all that its customer has: one decision for each subscription that
 * lives.
 */
@ApplicationScoped
public class CustomerAccess {

  @Inject private AccessDecisions decisions;
  @Inject private AccountHolders holders;
  @Inject private Sql sql;

  /**
   * The decisions of now, in the order of the subscriptions.
   *
   * @throws org.kontor.domain.problem.Refused NOT_FOUND, INVALID_VALUE when the person is nobody of
   *     the customer
   */
  public List<AccessAnswer> of(long customerId, long personId) {
    return living(customerId).stream()
        .map(id -> decisions.decide(new AccessQuestion(id, null, null, null, personId, null, null)))
        .toList();
  }

  /** The first decision by which no data may be taken out (S1.37); empty when they may. */
  public Optional<AccessAnswer> refusingExport(long customerId, long personId) {
    return of(customerId, personId).stream().filter(answer -> !answer.export()).findFirst();
  }

  /** Ids of the customer's subscriptions that are neither ended nor deleted. */
  List<Long> living(long customerId) {
    holders.asked(customerId);
    return sql.list(
        row -> row.getLong(1),
        "select id from subscription where customer_id = ?"
            + " and state not in ('ENDED', 'DELETED') order by id",
        customerId);
  }
}
