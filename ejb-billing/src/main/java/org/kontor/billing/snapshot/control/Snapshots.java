package org.kontor.billing.snapshot.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.explain.Explanation;
import org.kontor.domain.money.Money;
import org.kontor.domain.subscription.Arrears;
import org.kontor.domain.subscription.SubscriptionSnapshot;
import org.kontor.domain.subscription.SubscriptionSnapshot.ComponentPeriod;
import org.kontor.domain.subscription.SubscriptionSnapshot.FormerPlan;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;

/**
 * Subscriptions as the engine sees them, set-wise: three queries for a thousand of them, whatever
 * their number of components.
 */
@ApplicationScoped
public class Snapshots {

  private static final String SUBSCRIPTIONS =
      "select id, customer_id, plan_code, state, started_on, trial_last_day, activated_on,"
          + " stopped_on, restored_on, ends_on, charged_through, carry_exact, carry_charged"
          + " from subscription where id = any(?) order by id";

  // Two months back, so that the month that is settled on the 1st is seen whole (S3.26); further
  // where something is uncharged, because an account was parked.
  private static final String COMPONENTS =
      "select subscription_id, component_code, quantity, valid_from, valid_to"
          + " from subscription_component c where subscription_id = any(?) and valid_from <= ?"
          + " and (valid_to is null or valid_to >= ? - interval '2 months' or valid_to > (select"
          + " coalesce(s.charged_through, s.activated_on - 1) from subscription s"
          + " where s.id = c.subscription_id))"
          + " order by subscription_id, component_code, valid_from";

  // What is charged already needs no plan any more, so nearly always there is none
  private static final String FORMER_PLANS =
      "select f.subscription_id, f.plan_code, f.through from former_plan f join subscription s"
          + " on s.id = f.subscription_id where f.subscription_id = any(?)"
          + " and f.through > coalesce(s.charged_through, s.activated_on - 1)";

  // What was not billed yet is what changed inside the last period billed: the next invoice moves
  // charged_through, so nothing has to be marked and a second plan of the same run sees the same.
  private static final String ARREARS =
      "select c.subscription_id, c.id, c.arrears_minor, c.arrears_why, v.currency"
          + " from plan_change c join subscription s on s.id = c.subscription_id"
          + " join vendor v on v.code = s.vendor_code"
          + " where c.subscription_id = any(?) and c.state = 'APPLIED' and c.arrears_minor <> 0"
          + " and c.effective_on <= s.charged_through"
          + " and c.effective_on >= s.charged_through + 1 - interval '1 month'"
          + " order by c.subscription_id, c.id";

  private final Sql sql;

  @Inject
  public Snapshots(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected Snapshots() {
    this(null);
  }

  /**
   * The subscriptions with these ids, ascending by id; unknown ids are left out.
   *
   * @param date business date; quantities that begin later are left out
   */
  public List<SubscriptionSnapshot> load(long[] ids, LocalDate date) {
    return sql.with(
        connection -> {
          Array idArray = idArray(connection, ids);
          Map<Long, List<ComponentPeriod>> components = components(connection, idArray, date);
          Map<Long, List<FormerPlan>> plans = formerPlans(connection, idArray);
          try (PreparedStatement statement = connection.prepareStatement(SUBSCRIPTIONS)) {
            statement.setArray(1, idArray);
            List<SubscriptionSnapshot> result = new ArrayList<>(ids.length);
            try (ResultSet row = statement.executeQuery()) {
              while (row.next()) {
                long id = row.getLong(1);
                result.add(
                    snapshot(
                        row,
                        components.getOrDefault(id, List.of()),
                        plans.getOrDefault(id, List.of())));
              }
            }
            return result;
          }
        });
  }

  /** What the next invoice carries for changes inside the month already paid, by subscription. */
  public Map<Long, List<Arrears>> arrears(long[] ids) {
    return sql.with(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(ARREARS)) {
            statement.setArray(1, idArray(connection, ids));
            Map<Long, List<Arrears>> result = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
              while (row.next()) {
                Money amount =
                    Money.ofMinor(row.getLong(3), Currency.getInstance(row.getString(5)));
                result
                    .computeIfAbsent(row.getLong(1), id -> new ArrayList<>(1))
                    .add(new Arrears(row.getLong(2), amount, Explanation.parse(row.getString(4))));
              }
            }
            return result;
          }
        });
  }

  private static Map<Long, List<ComponentPeriod>> components(
      Connection connection, Array ids, LocalDate date) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(COMPONENTS)) {
      statement.setArray(1, ids);
      statement.setObject(2, date);
      statement.setObject(3, date);
      Map<Long, List<ComponentPeriod>> result = new HashMap<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          result
              .computeIfAbsent(row.getLong(1), id -> new ArrayList<>(4))
              .add(new ComponentPeriod(row.getString(2), row.getLong(3), day(row, 4), day(row, 5)));
        }
      }
      return result;
    }
  }

  private static Map<Long, List<FormerPlan>> formerPlans(Connection connection, Array ids)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FORMER_PLANS)) {
      statement.setArray(1, ids);
      Map<Long, List<FormerPlan>> result = new HashMap<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          result
              .computeIfAbsent(row.getLong(1), id -> new ArrayList<>(1))
              .add(new FormerPlan(row.getString(2), day(row, 3)));
        }
      }
      return result;
    }
  }

  private static SubscriptionSnapshot snapshot(
      ResultSet row, List<ComponentPeriod> components, List<FormerPlan> formerPlans)
      throws SQLException {
    return new SubscriptionSnapshot(
        row.getLong(1),
        row.getLong(2),
        row.getString(3),
        State.valueOf(row.getString(4)),
        day(row, 5),
        day(row, 6),
        day(row, 7),
        day(row, 8),
        day(row, 9),
        day(row, 10),
        day(row, 11),
        row.getBigDecimal(12),
        row.getBigDecimal(13),
        components,
        formerPlans);
  }

  private static LocalDate day(ResultSet row, int column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  private static Array idArray(Connection connection, long[] ids) throws SQLException {
    return connection.createArrayOf("bigint", Arrays.stream(ids).boxed().toArray());
  }
}
