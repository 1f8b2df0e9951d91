package org.kontor.billing.run.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.util.Currency;
import java.util.List;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.billing.run.boundary.RunState;
import org.kontor.billing.run.boundary.RunView;
import org.kontor.billing.run.boundary.Runs.ParkedAccount;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.money.Money;
import org.kontor.domain.run.RunKind;

/** What is shown of a run: progress, rate, time left, plan, parked accounts. */
@ApplicationScoped
public class RunReport {

  private final RunStore store;
  private final PolicyBook policies;
  private final Sql sql;

  @Inject
  public RunReport(RunStore store, PolicyBook policies, Sql sql) {
    this.store = store;
    this.policies = policies;
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected RunReport() {
    this(null, null, null);
  }

  public List<RunView> list(String vendor, RunKind kind, long before, int limit) {
    return sql
        .list(
            RunStore::row,
            "select * from billing_run where (?::text is null or vendor_code = ?)"
                + " and (?::text is null or kind = ?) and id < ? order by id desc limit ?",
            vendor,
            vendor,
            kind == null ? null : kind.name(),
            kind == null ? null : kind.name(),
            before,
            limit)
        .stream()
        .map(this::view)
        .toList();
  }

  public RunView view(RunRow run) {
    List<RunView.Partition> partitions =
        store.partitions(run.id()).stream().filter(p -> p.no() != RunStore.ISSUE).toList();
    long done = partitions.stream().mapToLong(RunView.Partition::accounts).sum();
    boolean issuing = run.state() == RunState.ISSUING;
    long through = issuing ? run.issued() : done;
    long all = issuing ? run.documents() : run.planned();
    Long rate = run.state().finished() ? null : rate(run, done + run.issued());
    Long left = rate == null || rate == 0 ? null : Math.max(0, all - through) / rate;
    Currency currency = policies.inForce(run.vendorCode(), run.date()).seller().currency();
    return new RunView(
        run.id(),
        run.vendorCode(),
        run.kind(),
        run.date(),
        run.dry(),
        run.state(),
        run.attempt(),
        run.owner(),
        run.policy(),
        run.planned(),
        done,
        run.parked(),
        run.documents(),
        run.lines(),
        run.issued(),
        Money.ofMinor(run.totalMinor(), currency).amount().toPlainString(),
        currency.getCurrencyCode(),
        rate,
        left,
        run.reason(),
        run.approvedBy(),
        run.startedAt(),
        run.finishedAt(),
        partitions);
  }

  private Long rate(RunRow run, long steps) {
    return sql.one(
            row -> row.getBigDecimal(1),
            "select greatest(extract(epoch from clock_timestamp() - started_at), 0.001)"
                + " from billing_run where id = ?",
            run.id())
        .map(seconds -> BigDecimal.valueOf(steps).divide(seconds, 0, RoundingMode.DOWN).longValue())
        .orElse(null);
  }

  public List<ParkedAccount> parked(RunRow run, long after, int limit) {
    return sql.list(
        row -> {
          Timestamp resolved = row.getTimestamp(5);
          return new ParkedAccount(
              row.getLong(1),
              row.getLong(2),
              row.getString(3),
              row.getString(4),
              resolved == null ? null : resolved.toInstant());
        },
        "select customer_id, subscription_id, code, detail, resolved_at from run_parked"
            + " where run_id = ? and subscription_id > ? order by subscription_id limit ?",
        run.id(),
        after,
        limit);
  }
}
