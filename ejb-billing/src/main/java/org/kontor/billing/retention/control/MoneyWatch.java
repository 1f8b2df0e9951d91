package org.kontor.billing.retention.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.billing.ledger.control.BalancesMoved;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.ledger.Transfer;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.retention.EndedBy;
import org.kontor.domain.retention.Ending;

/**
 * A payment ends what it stands against in its own transaction: no reminder follows it (S1.30,
 * S3.36). The nights look again at all others.
 */
@ApplicationScoped
public class MoneyWatch implements BalancesMoved {

  private static final String CONCERNED =
      "select subscription_id from retention_case where customer_id = any(?)"
          + " and state in ('ELIGIBLE', 'ANNOUNCED', 'DUE') and kind in ('AFTER_STOP', 'INACTIVITY')"
          + " order by subscription_id";

  @Inject private Accounts accounts;
  @Inject private CaseStore store;
  @Inject private CaseEvents events;
  @Inject private PolicyBook policies;
  @Inject private Erasures erasures;
  @Inject private Sql sql;

  @Override
  public void moved(String vendor, List<Transfer> transfers, Instant recordedAt) {
    long[] customers =
        transfers.stream()
            .mapToLong(Transfer::customerId)
            .filter(id -> id > 0)
            .distinct()
            .toArray();
    if (customers.length == 1) {
      // Of who is gone nothing is charged any more; a payment comes alone
      erasures.lookAgain(customers[0], recordedAt);
    }
    List<Long> found = sql.list(row -> row.getLong(1), CONCERNED, (Object) customers);
    if (found.isEmpty()) {
      return;
    }
    LocalDate today = recordedAt.atZone(policies.vendor(vendor).zone()).toLocalDate();
    PolicyPack pack = policies.inForce(vendor, today);
    long[] ids = found.stream().mapToLong(Long::longValue).toArray();
    Map<Long, CaseRow> running = store.running(ids);
    for (Account account : accounts.load(today, ids).values()) {
      CaseRow row = running.get(account.subscriptionId());
      if (row == null || !row.state().open()) {
        continue; // ended or deleted while this waited for its lock
      }
      Ending ending = new Ending(row.kind(), pack.retention(), row.anyTime());
      Optional<EndedBy> by = ending.ended(account.facts(), today);
      if (by.isPresent()) {
        store.ended(row.id(), by.get(), today, null);
        events.toldUnlessSilent(row, by.get(), today);
      }
    }
  }
}
