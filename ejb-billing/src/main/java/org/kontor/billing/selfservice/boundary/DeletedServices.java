package org.kontor.billing.selfservice.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kontor.billing.ledger.control.AccountHolder;
import org.kontor.billing.ledger.control.AccountHolders;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.billing.retention.control.Account;
import org.kontor.billing.retention.control.Accounts;
import org.kontor.billing.retention.control.CaseRow;
import org.kontor.billing.retention.control.CaseStore;
import org.kontor.billing.retention.control.RestoreNeeds;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.retention.CaseState;
import org.kontor.domain.retention.Restoration;
import org.kontor.domain.time.BusinessClock;

/** Tells a customer what of its data was deleted, and how it comes back if it does (S3.42). */
@Stateless
public class DeletedServices {

  /** No customer has lost more; what was deleted last is told. */
  private static final int MOST = 200;

  @Inject private CaseStore store;
  @Inject private Accounts accounts;
  @Inject private RestoreNeeds needs;
  @Inject private AccountHolders holders;
  @Inject private PolicyBook policies;
  @Inject private BusinessClock clock;

  /**
   * What can be restored first, then what is gone, the latest first.
   *
   * @param language in which plans are named
   * @throws org.kontor.domain.problem.Refused NOT_FOUND
   */
  public List<DeletedService> of(long customerId, String language) {
    List<CaseRow> rows = new ArrayList<>();
    for (CaseState state : List.of(CaseState.DELETED, CaseState.PURGED)) {
      store.list(null, state, null, customerId, 0, MOST).stream()
          .filter(row -> row.deletedOn() != null)
          .forEach(rows::add);
    }
    if (rows.isEmpty()) {
      return List.of();
    }
    AccountHolder holder = holders.asked(customerId);
    LocalDate today = clock.today(holder.zone());
    PolicyPack pack = policies.inForce(holder.vendorCode(), today);
    var found =
        accounts.load(today, rows.stream().mapToLong(CaseRow::subscriptionId).distinct().toArray());
    return rows.stream()
        .map(row -> told(row, found.get(row.subscriptionId()), pack, today, language))
        .sorted(
            Comparator.comparing(DeletedService::isRestorable)
                .thenComparing(DeletedService::deletedOn)
                .reversed())
        .toList();
  }

  private DeletedService told(
      CaseRow row, Account account, PolicyPack pack, LocalDate today, String language) {
    boolean restorable =
        row.state() == CaseState.DELETED
            && (Restoration.inTime(today, row.purgeOn()) || account.facts().held());
    LocalDate through = restorable ? row.purgeOn().minusDays(1) : null;
    return new DeletedService(
        pack.plan(account.planCode())
            .map(plan -> plan.name().in(language))
            .orElse(account.planCode()),
        row.kind(),
        row.deletedOn(),
        through,
        restorable ? Math.max(0, ChronoUnit.DAYS.between(today, through)) : 0,
        needs.balance(row.kind(), pack, account).amount(),
        account.facts().balance().amount(),
        needs.missing(row.kind(), pack, account).amount(),
        account.facts().balance().currency().getCurrencyCode());
  }
}
