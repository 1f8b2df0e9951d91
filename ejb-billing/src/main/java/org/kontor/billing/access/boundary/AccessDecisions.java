package org.kontor.billing.access.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.kontor.billing.access.control.AccessRow;
import org.kontor.billing.access.control.AccessRows;
import org.kontor.billing.access.control.Schedules;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.platform.boundary.BookClock;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.domain.access.AccessSchedule;
import org.kontor.domain.customer.Check;
import org.kontor.domain.customer.Position;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/**
 * Answers the log-in of the vendor's own application, with one statement and outside of any
 * transaction. Policies and calendars are as they stood at most a second ago, debts as they stand.
 */
@ApplicationScoped
public class AccessDecisions {

  private static final int YEARS_AHEAD = 10;

  /** Clocks of two machines differ; what lies less far back is now. */
  private static final Duration SLACK = Duration.ofMinutes(5);

  /** A log-in is written down once an hour and at each first of a day: the last day is exact. */
  private static final Duration KNOWN = Duration.ofHours(1);

  @Inject private AccessRows rows;
  @Inject private Schedules schedules;
  @Inject private BookClock clock;
  @Inject private Caller caller;
  @Inject private Logins logins;

  /**
   * The decision for a person, now or at a moment to come.
   *
   * @throws org.kontor.domain.problem.Refused NOT_FOUND, MISSING_VALUE, INVALID_VALUE, BEFORE_BOOK,
   *     CALENDAR_MISSING
   */
  public AccessAnswer decide(AccessQuestion question) {
    AccessRow row = row(question);
    return answer(row, question, moment(question.at()));
  }

  /** The decision at a log-in, which is written down as a fact (S3.31) whatever the answer is. */
  public AccessAnswer atLogin(AccessQuestion question) {
    AccessRow row = row(question);
    Instant now = clock.now();
    position(row, question);
    PolicyPack pack = schedules.policy(row, now);
    Instant last = row.lastLogin();
    boolean known =
        last != null
            && last.plus(KNOWN).isAfter(now)
            && LocalDate.ofInstant(last, pack.zone()).equals(LocalDate.ofInstant(now, pack.zone()));
    if (!known) {
      logins.seen(row.subscriptionId(), row.customerId(), now);
    }
    return answer(row, question, now);
  }

  private AccessAnswer answer(AccessRow row, AccessQuestion question, Instant moment) {
    Position position = position(row, question);
    AccessSchedule schedule = schedules.of(row, position.role(), moment);
    return AccessAnswer.of(
        row.subscriptionId(),
        row.customerId(),
        row.vendor(),
        row.plan(),
        schedule.decide(position, moment));
  }

  private AccessRow row(AccessQuestion question) {
    long person = question.personId() == null ? 0 : question.personId();
    Optional<AccessRow> found;
    if (question.subscriptionId() != null) {
      found = rows.find(question.subscriptionId(), person).filter(row -> isNamed(row, question));
    } else {
      String vendor = question.vendor() == null ? caller.vendorFilter(null) : question.vendor();
      found =
          rows.find(
              present("vendor", vendor),
              present("customer", question.customer()),
              present("product", question.product()),
              person);
    }
    AccessRow row = found.orElseThrow(() -> NotFound.of("subscription"));
    caller.mustSee(row.vendor(), "subscription");
    return row;
  }

  /**
   * Whether what is named beside the id is the same subscription's; asked only of who names both.
   */
  private boolean isNamed(AccessRow row, AccessQuestion question) {
    caller.mustSee(row.vendor(), "subscription");
    contradicts("vendor", question.vendor(), row.vendor());
    contradicts("product", question.product(), row.plan());
    if (question.customer() != null) {
      boolean same =
          rows.find(row.vendor(), question.customer(), row.plan(), 0)
              .filter(other -> other.customerId() == row.customerId())
              .isPresent();
      contradicts("customer", question.customer(), same ? question.customer() : "another one");
    }
    return true;
  }

  private static void contradicts(String field, String named, String known) {
    if (named != null && !named.equals(known)) {
      throw Check.invalid(
          field,
          "The subscription is not of " + field + " " + named,
          "Send the subscription alone, or vendor, customer and product without it.");
    }
  }

  private static Position position(AccessRow row, AccessQuestion question) {
    if (question.personId() == null) {
      if (question.role() == null) {
        throw Check.missing("person");
      }
      return Position.of(question.role());
    }
    if (row.position() == null) {
      throw Check.invalid(
          "person",
          "This person does not belong to the customer",
          "Add the person to the customer, or send role=STAFF for somebody whom Kontor need not"
              + " know.");
    }
    return row.position();
  }

  private Instant moment(Instant asked) {
    Instant now = clock.now();
    if (asked == null || asked.isBefore(now) && asked.plus(SLACK).isAfter(now)) {
      return now;
    }
    if (asked.isBefore(clock.bookFrom().atStartOfDay(ZoneOffset.UTC).toInstant())) {
      throw Problem.of(
              ProblemCode.BEFORE_BOOK,
              "at",
              "The book begins on " + clock.bookFrom(),
              "Ask for the present or a moment to come.")
          .asException();
    }
    if (asked.isBefore(now)) {
      throw Check.invalid(
          "at",
          "The moment has passed",
          "Ask for the present or a moment to come; what was is in GET /access-cases.");
    }
    if (asked.isAfter(now.plus(366L * YEARS_AHEAD, ChronoUnit.DAYS))) {
      throw Check.invalid(
          "at",
          "The moment lies more than " + YEARS_AHEAD + " years ahead",
          "Ask for an earlier one.");
    }
    return asked;
  }

  private static String present(String field, String value) {
    if (value == null || value.isBlank()) {
      throw Check.missing(field);
    }
    return value;
  }
}
