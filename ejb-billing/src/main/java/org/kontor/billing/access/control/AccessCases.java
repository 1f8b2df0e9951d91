package org.kontor.billing.access.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kontor.billing.ledger.control.BalancesMoved;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.ledger.AccountKind;
import org.kontor.domain.ledger.Transfer;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.AccessPolicy;
import org.kontor.domain.policy.PolicyPack;

/**
 * Opens and closes cases in the transaction of the posting that made or repaid the debt, for one
 * customer or thousands with the same few statements.
 */
@ApplicationScoped
public class AccessCases implements BalancesMoved {

  private static final String BALANCES =
      "select a.customer_id, sum(a.credit_minor - a.debit_minor)::bigint,"
          + " exists (select 1 from access_case c where c.customer_id = a.customer_id"
          + " and c.closed_at is null and c.cause = 'NEGATIVE_BALANCE')"
          + " from ledger_account a where a.id = any(?) group by a.customer_id";

  private static final String CHARGED =
      "select id, customer_id from subscription where customer_id = any(?)"
          + " and timing in ('DAILY', 'MONTHLY_ARREARS') and state in ('ACTIVE', 'STOPPED')"
          + " order by customer_id, id";

  private static final String OPEN =
      "insert into access_case (id, customer_id, subscription_id, vendor_code, episode_id, cause,"
          + " began_on, booked_at, review_on, opened_at)"
          + " select id, customer, subscription, ?, episode, 'NEGATIVE_BALANCE', began::date, ?,"
          + " began::date, ? from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],"
          + " ?::text[]) t (id, customer, subscription, episode, began)"
          + " on conflict (subscription_id) where closed_at is null do nothing";

  private final Sql sql;
  private final Ids ids;
  private final PolicyBook policies;
  private final CaseEnds ends;

  @Inject
  public AccessCases(Sql sql, Ids ids, PolicyBook policies, CaseEnds ends) {
    this.sql = sql;
    this.ids = ids;
    this.policies = policies;
    this.ends = ends;
  }

  /** For the container's proxy. */
  protected AccessCases() {
    this(null, null, null, null);
  }

  @Override
  public void moved(String vendor, List<Transfer> transfers, Instant recordedAt) {
    LocalDate day = transfers.get(0).businessDate();
    PolicyPack pack = policies.inForce(vendor, day);
    Map<Long, List<Transfer>> byCustomer = new LinkedHashMap<>();
    for (Transfer transfer : transfers) {
      if (transfer.customerId() > 0) {
        byCustomer.computeIfAbsent(transfer.customerId(), id -> new ArrayList<>(2)).add(transfer);
      }
    }
    if (byCustomer.isEmpty()) {
      return;
    }
    switch (pack.access().trigger()) {
      case NEGATIVE_BALANCE -> balances(pack, byCustomer, recordedAt);
      case OVERDUE_INVOICE -> ends.paid(pack, byCustomer.keySet(), recordedAt);
      case NONE -> {
        // nobody is ever restricted
      }
    }
  }

  /** Another feature ends a subscription: its case ends with it. */
  public void close(long subscriptionId, String reason, Instant at) {
    ends.withdrawn(subscriptionId, reason, at);
  }

  private void balances(PolicyPack pack, Map<Long, List<Transfer>> moved, Instant recordedAt) {
    AccessPolicy policy = pack.access();
    List<Long> repaid = new ArrayList<>(0);
    Map<Long, LocalDate> exhausted = new HashMap<>(0);
    for (Standing standing : standings(pack, moved.keySet())) {
      if (standing.owing && policy.isRepaid(standing.balance)) {
        repaid.add(standing.customer);
      } else if (!standing.owing && policy.isExhausted(standing.balance)) {
        exhausted.put(standing.customer, began(policy, standing, moved.get(standing.customer)));
      }
    }
    if (!repaid.isEmpty()) {
      ends.repaid(pack, repaid, recordedAt);
    }
    if (!exhausted.isEmpty()) {
      open(pack.code(), exhausted, recordedAt);
    }
  }

  private List<Standing> standings(PolicyPack pack, Collection<Long> customers) {
    long[] accounts =
        customers.stream()
            .flatMap(c -> List.of(AccountKind.WALLET.of(c), AccountKind.BONUS.of(c)).stream())
            .mapToLong(Long::longValue)
            .toArray();
    return sql.list(
        row ->
            new Standing(
                row.getLong(1),
                Money.ofMinor(row.getLong(2), pack.seller().currency()),
                row.getBoolean(3)),
        BALANCES,
        accounts);
  }

  /** The day whose postings exhausted the balance (S2.24): its postings are gone through again. */
  private static LocalDate began(AccessPolicy policy, Standing after, List<Transfer> transfers) {
    Map<LocalDate, Money> byDay = new LinkedHashMap<>();
    Money before = after.balance;
    for (Transfer transfer : transfers) {
      Money change = change(transfer, after);
      byDay.merge(transfer.businessDate(), change, Money::plus);
      before = before.minus(change);
    }
    Money balance = before;
    LocalDate began = null;
    for (Map.Entry<LocalDate, Money> day : byDay.entrySet()) {
      balance = balance.plus(day.getValue());
      if (!policy.isExhausted(balance)) {
        began = null;
      } else if (began == null) {
        began = day.getKey();
      }
    }
    return began == null ? transfers.get(0).businessDate() : began;
  }

  private static Money change(Transfer transfer, Standing of) {
    Money change = Money.zero(of.balance.currency());
    if (isBucket(transfer.creditAccount(), of.customer)) {
      change = change.plus(transfer.amount());
    }
    if (isBucket(transfer.debitAccount(), of.customer)) {
      change = change.minus(transfer.amount());
    }
    return change;
  }

  private static boolean isBucket(long account, long customer) {
    return account == AccountKind.WALLET.of(customer) || account == AccountKind.BONUS.of(customer);
  }

  private void open(String vendor, Map<Long, LocalDate> exhausted, Instant recordedAt) {
    List<long[]> subscriptions =
        sql.list(
            row -> new long[] {row.getLong(1), row.getLong(2)},
            CHARGED,
            (Object) exhausted.keySet().stream().mapToLong(Long::longValue).toArray());
    int size = subscriptions.size();
    long[] id = ids.next(size);
    long[] customer = new long[size];
    long[] subscription = new long[size];
    long[] episode = new long[size];
    String[] began = new String[size];
    for (int i = 0; i < size; i++) {
      subscription[i] = subscriptions.get(i)[0];
      customer[i] = subscriptions.get(i)[1];
      episode[i] = i > 0 && customer[i] == customer[i - 1] ? episode[i - 1] : id[i];
      began[i] = exhausted.get(customer[i]).toString();
    }
    sql.update(OPEN, vendor, recordedAt, recordedAt, id, customer, subscription, episode, began);
  }

  private record Standing(long customer, Money balance, boolean owing) {}
}
