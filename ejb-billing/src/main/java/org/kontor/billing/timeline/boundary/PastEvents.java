package org.kontor.billing.timeline.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kontor.billing.ledger.control.AccountHolder;
import org.kontor.billing.ledger.control.AccountHolders;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.customer.Check;
import org.kontor.domain.money.Money;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.time.BusinessClock;

/** What has happened to a customer, the latest first; single charges are the wallet's to show. */
@Stateless
public class PastEvents {

  private static final Pattern CURSOR =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})_(\\d{1,18})_([A-Z_]{1,40})");

  /** Each part by the customer's own index; the last one counts the mails of a day. */
  private static final String ALL =
      """
      select * from (
        select issue_date d, kind k, id, number n, total_minor m, currency c, id doc, 0 cnt
          from invoice where customer_id = ?1
        union all select business_date, 'PAYMENT', id, method, amount_minor, currency, null, 0
          from payment where customer_id = ?1
        union all select started_on, 'STARTED', id, plan_code, null, null, null, 0
          from subscription where customer_id = ?1 and started_on <= ?2
        union all select activated_on, 'ACTIVATED', id, plan_code, null, null, null, 0
          from subscription
          where customer_id = ?1 and activated_on > started_on and activated_on <= ?2
        union all select ends_on + 1, 'ENDED', id, plan_code, null, null, null, 0
          from subscription where customer_id = ?1 and state = 'ENDED' and ends_on < ?2
        union all select case state when 'APPLIED' then effective_on when 'REFUSED' then effective_on
            else requested_on end, 'CHANGE_' || state, id, '', null, null, null, 0
          from plan_change where subscription_id in (select id from subscription where customer_id = ?1)
        union all select (opened_at at time zone ?3)::date, 'CASE_' || cause, id, '', null, null, null, 0
          from access_case
          where subscription_id in (select id from subscription where customer_id = ?1)
        union all select (closed_at at time zone ?3)::date, 'CASE_CLOSED', id, '', null, null, null, 0
          from access_case
          where subscription_id in (select id from subscription where customer_id = ?1)
            and closed_at is not null
        union all select (taken_at at time zone ?3)::date, 'PROMISE', id, '', null, null, null, 0
          from access_promise where customer_id = ?1
        union all select (settled_at at time zone ?3)::date, 'PROMISE_' || state, id, '', null, null,
            null, 0
          from access_promise where customer_id = ?1 and settled_at is not null
        union all select (opened_at at time zone ?3)::date, 'ENDING', id, '', null, null, null, 0
          from retention_case where customer_id = ?1
        union all select ended_on, 'ENDING_STOPPED', id, '', null, null, null, 0
          from retention_case where customer_id = ?1 and state = 'CANCELLED' and ended_on is not null
        union all select deleted_on, 'DELETED', id, '', null, null, null, 0
          from retention_case where customer_id = ?1 and deleted_on is not null
        union all select business_date, 'MESSAGES', max(id), '', null, null, null, count(*)::int
          from message where customer_id = ?1 and state in ('SENT', 'BOUNCED') group by business_date
      ) e where (?4::date is null or (d, id, k) < (?4, ?5, ?6)) order by d desc, id desc, k desc limit ?7
      """;

  private static final Pattern PLACE = Pattern.compile("\\?(\\d)");

  @Inject private Sql sql;
  @Inject private AccountHolders holders;
  @Inject private BusinessClock clock;

  /**
   * @param before cursor: the last one of the page before, null for the first page
   * @throws org.kontor.domain.problem.Refused NOT_FOUND, INVALID_VALUE
   */
  public Page<PastEvent> latest(long customerId, String before, Integer limit) {
    int size = Page.limit(limit);
    AccountHolder holder = holders.asked(customerId);
    LocalDate day = null;
    long id = 0;
    String kind = "";
    if (before != null && !before.isEmpty()) {
      Matcher parts = CURSOR.matcher(before);
      if (!parts.matches()) {
        throw nowhere();
      }
      day = day(parts.group(1));
      id = Long.parseLong(parts.group(2));
      kind = parts.group(3);
    }
    LocalDate today = clock.today(holder.zone());
    Object[] values = {customerId, today, holder.zone().getId(), day, id, kind, size + 1};
    return Page.of(
        sql.list(PastEvents::read, PLACE.matcher(ALL).replaceAll("?"), placed(values)),
        size,
        PastEvent::cursor);
  }

  private static LocalDate day(String written) {
    try {
      return LocalDate.parse(written);
    } catch (DateTimeParseException e) {
      throw nowhere();
    }
  }

  private static Refused nowhere() {
    return Check.invalid("after", "This is no place in the list", "Begin at the first page.");
  }

  /** The values in the order in which the statement names them. */
  private static Object[] placed(Object... values) {
    return PLACE
        .matcher(ALL)
        .results()
        .map(place -> values[Integer.parseInt(place.group(1)) - 1])
        .toArray();
  }

  private static PastEvent read(ResultSet row) throws SQLException {
    LocalDate day = row.getObject("d", LocalDate.class);
    PastEvent.Kind kind = PastEvent.Kind.valueOf(row.getString("k"));
    long minor = row.getLong("m");
    boolean priced = !row.wasNull();
    String currency = row.getString("c");
    long document = row.getLong("doc");
    boolean filed = !row.wasNull();
    return new PastEvent(
        day,
        kind,
        row.getString("n"),
        priced ? Money.ofMinor(minor, Currency.getInstance(currency)).amount() : null,
        currency,
        filed ? document : null,
        row.getInt("cnt"),
        day + "_" + row.getLong("id") + "_" + kind);
  }
}
