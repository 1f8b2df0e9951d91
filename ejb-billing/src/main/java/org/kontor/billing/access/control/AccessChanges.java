package org.kontor.billing.access.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kontor.billing.access.control.Evaluation.Change;
import org.kontor.billing.bulk.control.RunContext;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.Outbox;
import org.kontor.crm.platform.boundary.Outbox.Message;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.policy.PolicyPack;

/** Writes what an evaluation found, all of a chunk with a handful of statements. */
@ApplicationScoped
public class AccessChanges {

  private static final String OPEN =
      "insert into access_case (id, customer_id, subscription_id, vendor_code, episode_id, cause,"
          + " began_on, booked_at, stage, told, stopped_service, review_on, opened_at)"
          + " select t.id, t.customer, t.subscription, ?, coalesce((select min(c.episode_id)"
          + " from access_case c where c.customer_id = t.customer and c.closed_at is null"
          + " and c.cause = 'NEGATIVE_BALANCE' and t.cause = 'NEGATIVE_BALANCE'), t.id), t.cause,"
          + " t.began::date, ?, t.stage, t.stage, t.stops, t.review::date, ?"
          + " from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::int[],"
          + " ?::boolean[], ?::text[]) t (id, customer, subscription, cause, began, stage, stops,"
          + " review) on conflict (subscription_id) where closed_at is null do nothing";

  private static final String MOVE =
      "update access_case c set stage = greatest(c.stage, t.stage),"
          + " told = greatest(c.told, t.stage),"
          + " stopped_service = c.stopped_service or t.stops, review_on = t.review::date,"
          + " version = c.version + 1"
          + " from unnest(?::bigint[], ?::int[], ?::boolean[], ?::text[])"
          + " t (id, stage, stops, review) where c.id = t.id";

  private static final String STOP =
      "update subscription s set state = 'STOPPED', stopped_on = t.day::date,"
          + " version = s.version + 1 from unnest(?::bigint[], ?::text[]) t (id, day)"
          + " where s.id = t.id and s.state = 'ACTIVE' returning s.id, s.customer_id, s.version";

  private static final String LAPSE =
      "update plan_change set state = 'LAPSED', reason = ?, version = version + 1"
          + " where subscription_id = any(?) and state = 'WAITING'";

  private final Sql sql;
  private final Ids ids;
  private final Outbox outbox;
  private final CaseEnds ends;
  private final Graces graces;

  @Inject
  public AccessChanges(Sql sql, Ids ids, Outbox outbox, CaseEnds ends, Graces graces) {
    this.sql = sql;
    this.ids = ids;
    this.outbox = outbox;
    this.ends = ends;
    this.graces = graces;
  }

  /** For the container's proxy. */
  protected AccessChanges() {
    this(null, null, null, null, null);
  }

  /**
   * @param moment at which they were evaluated
   */
  void write(RunContext run, Instant moment, List<Change> changes) {
    PolicyPack pack = run.pack();
    for (Change change : changes) {
      if (change.closeReason() != null) {
        ends.close(pack, List.of(change.row().open().id()), change.closeReason(), run.recordedAt());
      }
    }
    List<Change> going = changes.stream().filter(c -> c.closeReason() == null).toList();
    List<Message> news = new ArrayList<>();
    graces.over(pack, customers(going, moment), moment, run.date(), news);
    long[] caseIds = cases(run, going);
    for (int i = 0; i < caseIds.length; i++) {
      StageNews.of(pack, going.get(i), caseIds[i], run.date()).ifPresent(news::add);
    }
    stop(run, going, news);
    outbox.addAll(news);
  }

  /** Opens a case of a debt that is not late yet; tonight's run looks at it. */
  public void openAhead(PolicyPack pack, AccessRow row, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, pack.zone());
    RunContext context = new RunContext(0, today, pack, now, false);
    write(context, now, List.of(Change.quietly(row, row.debt(pack), today)));
  }

  /** Of whom something ends that spared them. */
  private static long[] customers(List<Change> going, Instant moment) {
    return going.stream()
        .filter(c -> c.row().reliefs().stream().anyMatch(r -> !r.until().isAfter(moment)))
        .mapToLong(c -> c.row().customerId())
        .distinct()
        .toArray();
  }

  /** Opens and moves on; gives the id of each one's case. */
  private long[] cases(RunContext run, List<Change> going) {
    Columns opened = new Columns();
    Columns moved = new Columns();
    long[] caseIds = new long[going.size()];
    for (int i = 0; i < caseIds.length; i++) {
      Change change = going.get(i);
      caseIds[i] = change.opens() ? ids.next() : change.row().open().id();
      (change.opens() ? opened : moved).add(change, caseIds[i]);
    }
    if (!opened.id.isEmpty()) {
      sql.update(
          OPEN,
          run.pack().code(),
          run.recordedAt(),
          run.recordedAt(),
          longs(opened.id),
          longs(opened.customer),
          longs(opened.subscription),
          opened.cause.toArray(String[]::new),
          opened.began.toArray(String[]::new),
          opened.stage.stream().mapToInt(Integer::intValue).toArray(),
          booleans(opened.stops),
          opened.review.toArray(String[]::new));
    }
    if (!moved.id.isEmpty()) {
      sql.update(
          MOVE,
          longs(moved.id),
          moved.stage.stream().mapToInt(Integer::intValue).toArray(),
          booleans(moved.stops),
          moved.review.toArray(String[]::new));
    }
    return caseIds;
  }

  /** Stops the service where a stage says so; what waits there lapses (S1.17, S1.28). */
  private void stop(RunContext run, List<Change> going, List<Message> news) {
    List<Change> stops = going.stream().filter(Change::stops).toList();
    if (stops.isEmpty()) {
      return;
    }
    long[] subscriptions = stops.stream().mapToLong(c -> c.row().subscriptionId()).toArray();
    String[] days =
        stops.stream()
            .map(c -> LocalDate.ofInstant(c.step().from(), run.pack().zone()).toString())
            .toArray(String[]::new);
    sql.list(
            row -> new long[] {row.getLong(1), row.getLong(2), row.getLong(3)},
            STOP,
            subscriptions,
            days)
        .forEach(
            row ->
                news.add(
                    new Message(
                        "subscription.stopped",
                        row[0] + ":" + row[2],
                        run.pack().code(),
                        row[1],
                        Map.of("reason", "unpaid", "by", "ACCESS"),
                        run.date())));
    sql.update(LAPSE, "the subscription was stopped", subscriptions);
  }

  private static long[] longs(List<Long> list) {
    return list.stream().mapToLong(Long::longValue).toArray();
  }

  private static boolean[] booleans(List<Boolean> list) {
    boolean[] array = new boolean[list.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = list.get(i);
    }
    return array;
  }

  /** Columns of the rows of one statement. */
  private static final class Columns {
    final List<Long> id = new ArrayList<>();
    final List<Long> customer = new ArrayList<>();
    final List<Long> subscription = new ArrayList<>();
    final List<String> cause = new ArrayList<>();
    final List<String> began = new ArrayList<>();
    final List<Integer> stage = new ArrayList<>();
    final List<Boolean> stops = new ArrayList<>();
    final List<String> review = new ArrayList<>();

    void add(Change change, long caseId) {
      id.add(caseId);
      customer.add(change.row().customerId());
      subscription.add(change.row().subscriptionId());
      cause.add(change.debt().kind().name());
      began.add(change.debt().beganOn().toString());
      stage.add(change.step() == null ? -1 : change.step().no());
      stops.add(change.stops());
      review.add(change.review() == null ? null : change.review().toString());
    }
  }
}
