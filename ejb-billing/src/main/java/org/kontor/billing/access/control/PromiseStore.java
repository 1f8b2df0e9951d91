package org.kontor.billing.access.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.promise.PromiseQuote;
import org.kontor.domain.promise.PromiseTerms.Situation;

/** Promised payments as they are stored. */
@ApplicationScoped
public class PromiseStore {

  /** What the last day cost that was charged, corrections of other days left out. */
  private static final String LAST_DAY =
      "select coalesce(sum(c.amount_minor), 0)::bigint from charge c"
          + " join subscription s on s.id = c.subscription_id and s.timing = 'DAILY'"
          + " where c.customer_id = ? and position(':' in c.item_code) = 0 and c.business_date ="
          + " (select max(d.business_date) from charge d where d.customer_id = ?"
          + " and d.business_date <= ?)";

  private static final String TAKEN =
      "select taken_at, episode_id = ?, state = 'RUNNING' and ends_at > ? from access_promise"
          + " where customer_id = ?";

  private static final String INSERT =
      "insert into access_promise (id, customer_id, subscription_id, vendor_code, episode_id, days,"
          + " taken_at, ends_at, skipped_days, due_minor, currency, taken_by, state)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'RUNNING')";

  private final Sql sql;

  @Inject
  public PromiseStore(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected PromiseStore() {
    this(null);
  }

  /** What decides on another promise of this customer. */
  public Situation situation(AccessRow row, PolicyPack pack, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, pack.zone());
    long lastDay =
        sql.one(r -> r.getLong(1), LAST_DAY, row.customerId(), row.customerId(), today).orElse(0L);
    long episode = row.open() == null ? 0 : row.open().episodeId();
    List<Taken> taken =
        sql.list(
            r ->
                new Taken(
                    r.getObject(1, OffsetDateTime.class).toInstant(),
                    r.getBoolean(2),
                    r.getBoolean(3)),
            TAKEN,
            episode,
            now,
            row.customerId());
    return new Situation(
        pack.zone(),
        pack.id(),
        row.balance(pack),
        Money.ofMinor(lastDay, pack.seller().currency()),
        taken.stream().anyMatch(Taken::running),
        (int) taken.stream().filter(Taken::inThisDebt).count(),
        taken.stream().map(Taken::at).toList());
  }

  /** Ends one whose end has come, so that another one can run. */
  public void settleOver(long customerId, Instant now) {
    sql.update(
        "update access_promise set state = 'BROKEN', settled_at = ends_at"
            + " where customer_id = ? and state = 'RUNNING' and ends_at <= ?",
        customerId,
        now);
  }

  public void insert(long id, AccessRow row, PromiseQuote quote, long person) {
    sql.update(
        INSERT,
        id,
        row.customerId(),
        row.subscriptionId(),
        row.vendor(),
        row.open().episodeId(),
        quote.days(),
        quote.from(),
        quote.end(),
        quote.skippedDays().stream().map(LocalDate::toString).collect(Collectors.joining(",")),
        quote.dueAtEnd().minor(),
        quote.dueAtEnd().currency().getCurrencyCode(),
        person);
  }

  private record Taken(Instant at, boolean inThisDebt, boolean running) {}
}
