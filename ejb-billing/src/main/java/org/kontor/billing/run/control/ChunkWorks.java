package org.kontor.billing.run.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Arrays;
import java.util.List;
import org.kontor.billing.bulk.control.ChunkWork;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.run.RunKind;

/** Finds the work of a kind, and reads its work list by keyset. */
@ApplicationScoped
public class ChunkWorks {

  private final Instance<ChunkWork> works;
  private final PolicyBook policies;
  private final Sql sql;

  @Inject
  public ChunkWorks(@Any Instance<ChunkWork> works, PolicyBook policies, Sql sql) {
    this.works = works;
    this.policies = policies;
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected ChunkWorks() {
    this(null, null, null);
  }

  ChunkWork of(RunKind kind) {
    return works.stream()
        .filter(work -> work.kind() == kind)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nothing does " + kind));
  }

  /** Whether there is anything to do on that date. */
  public boolean any(RunKind kind, String vendor, java.time.LocalDate date) {
    ChunkWork work = of(kind);
    return sql.one(
            row -> row.getBoolean(1),
            "select exists (select 1 " + from(work, policies.inForce(vendor, date)) + ")",
            vendor,
            date)
        .orElseThrow();
  }

  long count(RunRow run) {
    return sql.one(
            row -> row.getLong(1), "select count(*) " + from(run), run.vendorCode(), run.date())
        .orElseThrow();
  }

  /** Ids that cut the work list into pieces of about {@code size}; the last one ends it. */
  List<Long> cuts(RunRow run, long size) {
    return sql.list(
        row -> row.getLong(1),
        "select id from (select s.id, row_number() over (order by s.id) n, count(*) over () total "
            + from(run)
            + ") w where n % ? = 0 or n = total order by id",
        run.vendorCode(),
        run.date(),
        size);
  }

  /** The next ids of a partition; on a later attempt only those that are still parked. */
  long[] next(RunRow run, long after, long end, int limit) {
    String parkedOnly =
        run.attempt() == 1
            ? ""
            : " and s.id in (select subscription_id from run_parked where resolved_at is null and"
                + " run_id = "
                + run.id()
                + ")";
    List<Long> ids =
        sql.list(
            row -> row.getLong(1),
            "select s.id "
                + from(run)
                + parkedOnly
                + " and s.id > ? and s.id <= ? order by s.id limit ?",
            run.vendorCode(),
            run.date(),
            after,
            end,
            limit);
    return ids.stream().mapToLong(Long::longValue).toArray();
  }

  /** Marks those parked accounts as resolved; parking again opens them again. */
  void resolve(RunRow run, long[] ids) {
    sql.with(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "update run_parked set resolved_at = clock_timestamp()"
                      + " where run_id = ? and subscription_id = any(?)")) {
            Array array = connection.createArrayOf("bigint", Arrays.stream(ids).boxed().toArray());
            statement.setLong(1, run.id());
            statement.setArray(2, array);
            return statement.executeUpdate();
          }
        });
  }

  /**
   * Resolves parked accounts that are on the work list no more: a later run did what was left of
   * them, and no retry of this one would ever come by them.
   */
  void resolveGone(RunRow run) {
    sql.update(
        "update run_parked k set resolved_at = clock_timestamp() where k.run_id = ?"
            + " and k.resolved_at is null and not exists (select 1 "
            + from(run)
            + " and s.id = k.subscription_id)",
        run.id(),
        run.vendorCode(),
        run.date());
  }

  long customerOf(RunRow run, long id) {
    return sql.one(
            (ResultSet row) -> row.getLong(1),
            "select customer_id from " + of(run.kind()).source() + " where id = ?",
            id)
        .orElse(0L);
  }

  private String from(RunRow run) {
    return from(of(run.kind()), policies.version(run.vendorCode(), run.policyVersion()));
  }

  private static String from(ChunkWork work, PolicyPack pack) {
    return "from " + work.source() + " s where " + work.workList(pack);
  }
}
