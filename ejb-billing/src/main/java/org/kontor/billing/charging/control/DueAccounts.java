package org.kontor.billing.charging.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kontor.billing.bulk.control.RunContext;
import org.kontor.billing.bulk.control.WaitingChanges;
import org.kontor.billing.snapshot.control.Snapshots;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.ledger.LowBalanceAlert;
import org.kontor.domain.money.Money;
import org.kontor.domain.subscription.SubscriptionSnapshot;
import org.kontor.domain.subscription.SubscriptionSnapshot.ComponentPeriod;

/**
 * Subscriptions of a chunk, locked in id order while they are charged: whoever records a fact or
 * changes a subscription meanwhile waits, and then sees the day closed.
 */
@ApplicationScoped
public class DueAccounts {

  private static final String OWNERS =
      "select c.id, c.language, c.currency, a.below_minor from customer c"
          + " left join low_balance_alert a on a.customer_id = c.id where c.id = any(?)";

  // Snapshots reach two months back; who was parked for longer needs all that was switched off
  // since
  private static final String COMPONENTS =
      "select component_code, quantity, valid_from, valid_to from subscription_component"
          + " where subscription_id = ? and valid_from <= ? order by component_code, valid_from";

  private static final String LOCK =
      "select id from subscription where id = any(?) order by id for no key update";

  private static final String CHARGED =
      "update subscription s set charged_through = t.through::date,"
          + " carry_exact = t.exact::numeric, carry_charged = t.charged::numeric,"
          + " version = s.version + 1"
          + " from unnest(?::bigint[], ?::text[], ?::text[], ?::text[])"
          + " t (id, through, exact, charged) where s.id = t.id";

  private final Sql sql;
  private final Snapshots snapshots;
  private final WaitingChanges waiting;

  @Inject
  public DueAccounts(Sql sql, Snapshots snapshots, WaitingChanges waiting) {
    this.sql = sql;
    this.snapshots = snapshots;
    this.waiting = waiting;
  }

  /** For the container's proxy. */
  protected DueAccounts() {
    this(null, null, null);
  }

  /** As they are on the run's day: locked in a real run, with what waits for them in a dry one. */
  List<DueAccount> load(RunContext run, long[] ids) {
    List<DueAccount> accounts = load(ids, run.date(), !run.dry());
    List<SubscriptionSnapshot> then =
        waiting.foreseen(run, accounts.stream().map(DueAccount::subscription).toList());
    List<DueAccount> foreseen = new ArrayList<>(accounts.size());
    for (int i = 0; i < accounts.size(); i++) {
      foreseen.add(accounts.get(i).being(then.get(i)));
    }
    return foreseen;
  }

  /**
   * @param ids ascending; unknown ones are left out
   * @param date business date of the run
   * @param lock whether they will be written
   */
  List<DueAccount> load(long[] ids, LocalDate date, boolean lock) {
    if (lock) {
      sql.list(row -> row.getLong(1), LOCK, (Object) ids);
    }
    List<SubscriptionSnapshot> loaded = snapshots.load(ids, date);
    Map<Long, Owner> owners = new HashMap<>(ids.length * 2);
    sql.list(
            DueAccounts::owner,
            OWNERS,
            (Object) loaded.stream().mapToLong(SubscriptionSnapshot::customerId).toArray())
        .forEach(owner -> owners.put(owner.customer, owner));
    List<DueAccount> accounts = new ArrayList<>(loaded.size());
    for (SubscriptionSnapshot snapshot : loaded) {
      Owner owner = owners.get(snapshot.customerId());
      DueAccount account = new DueAccount(snapshot, owner.language, owner.currency, owner.alert);
      accounts.add(
          farBehind(snapshot, date) ? account.having(components(snapshot.id(), date)) : account);
    }
    return accounts;
  }

  private static Owner owner(ResultSet row) throws SQLException {
    String currency = row.getString(3);
    long below = row.getLong(4);
    LowBalanceAlert alert =
        row.wasNull()
            ? null
            : new LowBalanceAlert(Money.ofMinor(below, Currency.getInstance(currency)));
    return new Owner(row.getLong(1), row.getString(2), currency, alert);
  }

  private static boolean farBehind(SubscriptionSnapshot subscription, LocalDate date) {
    LocalDate known =
        subscription.chargedThrough() != null
            ? subscription.chargedThrough()
            : subscription.activatedOn();
    return known != null && known.isBefore(date.minusMonths(2));
  }

  private List<ComponentPeriod> components(long subscriptionId, LocalDate date) {
    return sql.list(
        row ->
            new ComponentPeriod(
                row.getString(1),
                row.getLong(2),
                row.getObject(3, LocalDate.class),
                row.getObject(4, LocalDate.class)),
        COMPONENTS,
        subscriptionId,
        date);
  }

  /** Stores through which day they are charged, and the running sums. */
  void store(Collection<DueAccount> charged) {
    if (charged.isEmpty()) {
      return;
    }
    long[] ids = new long[charged.size()];
    String[] through = new String[ids.length];
    String[] exact = new String[ids.length];
    String[] paid = new String[ids.length];
    int at = 0;
    for (DueAccount account : charged) {
      SubscriptionSnapshot subscription = account.subscription();
      ids[at] = subscription.id();
      through[at] = subscription.chargedThrough().toString();
      exact[at] = plain(subscription.carryExact());
      paid[at++] = plain(subscription.carryCharged());
    }
    sql.update(CHARGED, ids, through, exact, paid);
  }

  private static String plain(BigDecimal value) {
    return value.toPlainString();
  }

  private record Owner(long customer, String language, String currency, LowBalanceAlert alert) {}
}
