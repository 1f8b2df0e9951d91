package org.kontor.billing.access.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kontor.billing.access.boundary.LoginReceipt.RefusedLogin;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.platform.boundary.BookClock;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.customer.Check;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;

/**
 * Log-ins to the vendor's application: of each subscription the last one counts (S3.31), so the
 * same log-in twice, or in another order, changes nothing.
 */
@Stateless
public class Logins {

  /** More in one call is refused as a whole. */
  public static final int MAX_LOGINS = 10_000;

  /** How far a sender's clock may be ahead. */
  private static final Duration SLACK = Duration.ofMinutes(5);

  private static final String VISIBLE =
      "select id, customer_id from subscription where id = any(?)"
          + " and (?::text is null or vendor_code = ?)";

  private static final String SEEN =
      "insert into subscription_login (subscription_id, customer_id, last_at)"
          + " select subscription, customer, at::timestamptz"
          + " from unnest(?::bigint[], ?::bigint[], ?::text[]) t (subscription, customer, at)"
          + " order by subscription on conflict (subscription_id) do update"
          + " set last_at = excluded.last_at where excluded.last_at > subscription_login.last_at";

  @Inject private Sql sql;
  @Inject private BookClock clock;
  @Inject private Caller caller;

  /** One log-in; refused with MISSING_VALUE, NOT_FOUND, IN_THE_FUTURE or BEFORE_BOOK. */
  public LoginReceipt record(NewLogin login) {
    LoginReceipt receipt = recordAll(new NewLogins(List.of(login)));
    if (!receipt.refused().isEmpty()) {
      throw receipt.refused().get(0).problem().asException();
    }
    return receipt;
  }

  /** Takes what can be taken, and says of each other one why not. */
  public LoginReceipt recordAll(NewLogins call) {
    List<NewLogin> logins = call.logins();
    if (logins == null || logins.isEmpty()) {
      throw Check.missing("logins");
    }
    if (logins.size() > MAX_LOGINS) {
      throw Problem.of(
              ProblemCode.TOO_LARGE,
              "logins",
              logins.size() + " log-ins in one call",
              "Send at most " + MAX_LOGINS + " in one call.")
          .asException();
    }
    Instant now = clock.now();
    Map<Long, Long> customers = visible(logins);
    Map<Long, Instant> last = new TreeMap<>();
    List<RefusedLogin> refused = new ArrayList<>(0);
    for (int i = 0; i < logins.size(); i++) {
      try {
        NewLogin login = logins.get(i);
        Instant at = checked(login, customers, now);
        last.merge(login.subscriptionId(), at, (a, b) -> a.isAfter(b) ? a : b);
      } catch (Refused e) {
        refused.add(new RefusedLogin(i, e.problem()));
      }
    }
    sql.update(
        SEEN,
        last.keySet().stream().mapToLong(Long::longValue).toArray(),
        last.keySet().stream().mapToLong(customers::get).toArray(),
        last.values().stream().map(Instant::toString).toArray(String[]::new));
    return new LoginReceipt(logins.size() - refused.size(), refused);
  }

  /** A log-in that was seen by ourselves. */
  public void seen(long subscriptionId, long customerId, Instant at) {
    sql.update(
        SEEN, new long[] {subscriptionId}, new long[] {customerId}, new String[] {at.toString()});
  }

  private Map<Long, Long> visible(List<NewLogin> logins) {
    Map<Long, Long> customers = new HashMap<>();
    String vendor = caller.vendorFilter(null);
    sql.list(
            row -> new long[] {row.getLong(1), row.getLong(2)},
            VISIBLE,
            logins.stream()
                .filter(login -> login != null && login.subscriptionId() != null)
                .mapToLong(NewLogin::subscriptionId)
                .distinct()
                .toArray(),
            vendor,
            vendor)
        .forEach(row -> customers.put(row[0], row[1]));
    return customers;
  }

  private Instant checked(NewLogin login, Map<Long, Long> customers, Instant now) {
    if (login == null || login.subscriptionId() == null) {
      throw Check.missing("subscriptionId");
    }
    if (!customers.containsKey(login.subscriptionId())) {
      throw NotFound.of("subscription");
    }
    Instant at = login.at() == null ? now : login.at();
    if (at.isAfter(now.plus(SLACK))) {
      throw Problem.of(
              ProblemCode.IN_THE_FUTURE,
              "at",
              "The log-in lies in the future",
              "Send the moment at which it happened.")
          .asException();
    }
    if (at.isBefore(clock.bookFrom().atStartOfDay(ZoneOffset.UTC).toInstant())) {
      throw Problem.of(
              ProblemCode.BEFORE_BOOK,
              "at",
              "The book begins on " + clock.bookFrom(),
              "Send log-ins from that day on.")
          .asException();
    }
    return at;
  }
}
