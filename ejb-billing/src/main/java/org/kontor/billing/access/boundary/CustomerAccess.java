package org.kontor.billing.access.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.kontor.billing.ledger.control.AccountHolders;
import org.kontor.crm.platform.boundary.Sql;

/** On what of all that a customer has it is decided who may use it: its living subscriptions. */
@ApplicationScoped
public class CustomerAccess {

  @Inject private AccountHolders holders;
  @Inject private Sql sql;

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
