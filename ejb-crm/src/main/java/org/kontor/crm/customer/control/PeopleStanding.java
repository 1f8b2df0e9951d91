package org.kontor.crm.customer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.kontor.crm.platform.boundary.Sql;

/** Reads how far the people of a customer have come, with one statement a page. */
@ApplicationScoped
public class PeopleStanding {

  private static final String SELECT =
      "select m.id, p.id, case when m.last_used_at is null and exists (select 1 from membership o"
          + " where o.person_id = p.id and o.customer_id <> m.customer_id) then '' else p.name end,"
          + " p.email, m.role, m.rights, m.last_used_at, f.living, f.until_at,"
          + " m.last_used_at is not null and exists (select 1 from authenticator a"
          + " where a.person_id = p.id and a.since is not null)"
          + " from membership m join person p on p.id = m.person_id left join lateral"
          + " (select max(i.until_at) as until_at, bool_or(i.used_at is null and i.until_at > now())"
          + " as living from mailed_proof i where i.person_id = p.id"
          + " and i.customer_id = m.customer_id and i.purpose = 'INVITATION') f on true"
          + " where m.customer_id = ?";

  @Inject private Sql sql;

  /** In the order in which they joined. */
  public List<Row> page(long customerId, long after, int size) {
    return sql.list(
        PeopleStanding::row,
        SELECT + " and m.id > ? order by m.id limit ?",
        customerId,
        after,
        size);
  }

  public Optional<Row> find(long customerId, long personId) {
    return sql.one(PeopleStanding::row, SELECT + " and p.id = ?", customerId, personId);
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong(1),
        row.getLong(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        instant(row, 7),
        row.getBoolean(8),
        instant(row, 9),
        row.getBoolean(10));
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  /**
   * One person.
   *
   * @param invited whether an invitation of this customer still works
   * @param until when the last one ends or ended; null when there was none
   */
  public record Row(
      long membershipId,
      long personId,
      String name,
      String email,
      String role,
      String rights,
      Instant lastUsedAt,
      boolean invited,
      Instant until,
      boolean secondFactor) {}
}
