package org.kontor.billing.retention.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.ledger.AccountKind;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.retention.LifeFacts;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;

/** Reads what the end of subscriptions depends on: one statement for a chunk of them. */
@ApplicationScoped
public class Accounts {

  private static final String FACTS =
      "select s.id, s.customer_id, s.vendor_code, v.zone, s.plan_code, s.timing, s.state,"
          + " s.started_on, s.trial_last_day, s.stopped_on, s.ends_on, s.charged_through,"
          + " (l.last_at at time zone v.zone)::date as seen, coalesce(b.minor, 0) as minor,"
          + " c.currency, o.due, o.issued, h.subscription_id is not null as held, q.quiet,"
          + " exists (select 1 from access_promise p where p.customer_id = s.customer_id"
          + " and p.state = 'RUNNING') or exists (select 1 from access_hold w"
          + " where w.subscription_id = s.id and w.ended_at is null"
          + " and w.until_at > (?::date)::timestamp at time zone v.zone)"
          + " or exists (select 1 from transfer_notice t join access_case k on k.id = t.case_id"
          + " where k.subscription_id = s.id and k.closed_at is null"
          + " and t.until_at > (?::date)::timestamp at time zone v.zone) as promised"
          + " from subscription s join customer c on c.id = s.customer_id"
          + " join vendor v on v.code = s.vendor_code"
          + " left join subscription_login l on l.subscription_id = s.id"
          + " left join retention_hold h on h.subscription_id = s.id"
          + " left join lateral (select sum(a.credit_minor - a.debit_minor) minor"
          + " from ledger_account a where a.id in ("
          + AccountKind.WALLET.of("s.customer_id")
          + ", "
          + AccountKind.BONUS.of("s.customer_id")
          + ")) b on true"
          + " left join lateral (select min(x.due_date) due, min(i.issue_date) issued"
          + " from open_item x join invoice i on i.customer_id = x.customer_id"
          + " and i.id = x.invoice_id where x.customer_id = s.customer_id"
          + " and x.subscription_id = s.id and x.due_date < ?::date) o on true"
          + " left join lateral (select max(r.quiet_until) quiet from retention_case r"
          + " where r.subscription_id = s.id) q on true ";

  private final Sql sql;

  @Inject
  public Accounts(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected Accounts() {
    this(null);
  }

  /** By subscription id, ascending. */
  public Map<Long, Account> load(LocalDate today, long... subscriptionIds) {
    return load(today, "where s.id = any(?) order by s.id", subscriptionIds);
  }

  /**
   * The same of all subscriptions of a customer. For pages: the database plans a list of ids anew
   * each time, and this statement once.
   */
  public Map<Long, Account> ofCustomer(LocalDate today, long customerId) {
    return load(today, "where s.customer_id = ? order by s.id", customerId);
  }

  private Map<Long, Account> load(LocalDate today, String which, Object key) {
    Map<Long, Account> found = new LinkedHashMap<>();
    sql.list(Accounts::account, FACTS + which, today, today, today, key)
        .forEach(account -> found.put(account.subscriptionId(), account));
    return found;
  }

  private static Account account(ResultSet row) throws SQLException {
    Money balance =
        Money.ofMinor(row.getLong("minor"), Currency.getInstance(row.getString("currency")));
    LocalDate due = day(row, "due");
    return new Account(
        row.getLong("id"),
        row.getLong("customer_id"),
        row.getString("vendor_code"),
        ZoneId.of(row.getString("zone")),
        row.getString("plan_code"),
        Timing.valueOf(row.getString("timing")),
        day(row, "trial_last_day"),
        day(row, "stopped_on"),
        day(row, "ends_on"),
        day(row, "charged_through"),
        due,
        day(row, "issued"),
        new LifeFacts(
            State.valueOf(row.getString("state")),
            day(row, "started_on"),
            day(row, "seen"),
            balance,
            due != null,
            row.getBoolean("promised"),
            row.getBoolean("held"),
            day(row, "quiet")));
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }
}
