package org.kontor.billing.charging.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kontor.billing.subscription.control.Snapshots;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.subscription.SubscriptionSnapshot;

/**
 * Subscriptions of a chunk, locked in id order while they are charged: whoever records a fact or
 * changes a subscription meanwhile waits, and then sees the day closed.
 */
@ApplicationScoped
public class DueAccounts {

  private static final String OWNERS =
      "select s.id, c.language, c.currency from subscription s"
          + " join customer c on c.id = s.customer_id where s.id = any(?) order by s.id";

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

  @Inject
  public DueAccounts(Sql sql, Snapshots snapshots) {
    this.sql = sql;
    this.snapshots = snapshots;
  }

  /** For the container's proxy. */
  protected DueAccounts() {
    this(null, null);
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
    Map<Long, Owner> owners = new HashMap<>(ids.length * 2);
    sql.list(
            row -> new Owner(row.getLong(1), row.getString(2), row.getString(3)),
            OWNERS,
            (Object) ids)
        .forEach(owner -> owners.put(owner.subscription, owner));
    List<DueAccount> accounts = new ArrayList<>(ids.length);
    for (SubscriptionSnapshot snapshot : snapshots.load(ids, date)) {
      Owner owner = owners.get(snapshot.id());
      accounts.add(new DueAccount(snapshot, owner.language, owner.currency));
    }
    return accounts;
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

  private record Owner(long subscription, String language, String currency) {}
}
