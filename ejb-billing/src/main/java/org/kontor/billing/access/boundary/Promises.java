package org.kontor.billing.access.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.kontor.billing.access.control.AccessRow;
import org.kontor.billing.access.control.AccessRows;
import org.kontor.billing.access.control.Graces;
import org.kontor.billing.access.control.PromiseNews;
import org.kontor.billing.access.control.PromiseStore;
import org.kontor.billing.access.control.SubscriptionLocks;
import org.kontor.billing.ledger.control.AccountHolder;
import org.kontor.billing.ledger.control.AccountHolders;
import org.kontor.billing.ledger.control.Ledger;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.calendar.boundary.Calendars;
import org.kontor.crm.platform.boundary.Audit;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.crm.platform.boundary.Outbox;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.customer.Check;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.promise.PromiseQuote;
import org.kontor.domain.promise.PromiseState;
import org.kontor.domain.promise.PromiseTerms;
import org.kontor.domain.time.BusinessClock;

/** Promised payments: shown before, taken once, remembered (S2.28–S2.36). */
@Stateless
public class Promises {

  @Inject private AccessRows rows;
  @Inject private PromiseStore store;
  @Inject private Graces graces;
  @Inject private SubscriptionLocks locks;
  @Inject private Ledger ledger;
  @Inject private AccountHolders holders;
  @Inject private PolicyBook policies;
  @Inject private Calendars calendars;
  @Inject private BusinessClock clock;
  @Inject private Caller caller;
  @Inject private Outbox outbox;
  @Inject private Audit audit;
  @Inject private Ids ids;
  @Inject private Sql sql;

  /**
   * What a promise would mean now; nothing is written.
   *
   * @throws org.kontor.domain.problem.Refused NOT_FOUND, MISSING_VALUE, INVALID_VALUE,
   *     PROMISE_NOT_OFFERED, NOT_ALLOWED_FOR_ROLE, PROMISE_WITHOUT_DEBT, PROMISE_TAKEN,
   *     PROMISE_LIMIT, CALENDAR_MISSING
   */
  public PromiseOffer offer(NewPromise asked) {
    AccessRow row = row(asked);
    return PromiseOffer.of(row.subscriptionId(), quote(row, asked, clock.now()));
  }

  /** Takes it; of several at once one wins, the others are refused with PROMISE_TAKEN. */
  public PromiseView take(NewPromise asked) {
    AccessRow seen = row(asked);
    locks.hold(seen.customerId());
    ledger.lock(seen.customerId());
    AccessRow row = row(asked);
    Instant now = clock.now();
    PromiseQuote quote = quote(row, asked, now);
    PolicyPack pack = pack(row, now);
    LocalDate today = LocalDate.ofInstant(now, pack.zone());
    store.settleOver(row.customerId(), now);
    long id = ids.next();
    store.insert(id, row, quote, asked.personId());
    graces.begunOfCustomer(row.customerId(), today);
    outbox.addAll(
        List.of(
            PromiseNews.of(
                PromiseState.RUNNING,
                id,
                row.vendor(),
                row.customerId(),
                row.subscriptionId(),
                quote.end(),
                quote.dueAtEnd(),
                today)));
    audit.record(
        "promise.taken",
        "subscription/" + row.subscriptionId(),
        Map.of("promise", id, "days", quote.days(), "endsAt", quote.end()));
    return get(id);
  }

  /** One promise; what the caller may not see is NOT_FOUND. */
  public PromiseView get(long id) {
    AccessPromise found =
        sql.one(this::read, "select * from access_promise where id = ?", id)
            .orElseThrow(() -> NotFound.of("promise"));
    caller.mustSee(found.vendor, "promise");
    return found.view;
  }

  /** A customer's promises in the order in which they were taken, kept and broken. */
  public Page<PromiseView> ofCustomer(Long customerId, String after, Integer limit) {
    int size = Page.limit(limit);
    AccountHolder customer = holders.asked(customerId);
    List<PromiseView> found =
        sql
            .list(
                this::read,
                "select * from access_promise where customer_id = ? and id > ? order by id limit ?",
                customer.id(),
                Page.afterId(after),
                size + 1)
            .stream()
            .map(promise -> promise.view)
            .toList();
    return Page.of(found, size, promise -> Long.toString(promise.id()));
  }

  private PromiseQuote quote(AccessRow row, NewPromise asked, Instant now) {
    PolicyPack pack = pack(row, now);
    if (asked.days() == null) {
      throw Check.missing("days");
    }
    if (row.position() == null) {
      throw Check.invalid(
          "personId",
          "This person does not belong to the customer",
          "Send the id of the main administrator.");
    }
    PromiseQuote quote =
        new PromiseTerms(
                pack.access(),
                store.situation(row, pack, now),
                calendars.of(pack.seller().address().country()))
            .quote(row.payer(), asked.days(), now);
    if (row.open() == null) {
      throw Problem.of(
              ProblemCode.PROMISE_WITHOUT_DEBT,
              "",
              "Nothing of this subscription is or will be blocked",
              "A promised payment is for a block by an exhausted balance (S2.28).")
          .asException();
    }
    return quote;
  }

  private PolicyPack pack(AccessRow row, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, policies.vendor(row.vendor()).zone());
    return policies.inForce(row.vendor(), today);
  }

  private AccessRow row(NewPromise asked) {
    if (asked.subscriptionId() == null) {
      throw Check.missing("subscriptionId");
    }
    if (asked.personId() == null) {
      throw Check.missing("personId");
    }
    AccessRow row =
        rows.find(asked.subscriptionId(), asked.personId())
            .orElseThrow(() -> NotFound.of("subscription"));
    caller.mustSee(row.vendor(), "subscription");
    return row;
  }

  private AccessPromise read(ResultSet row) throws SQLException {
    String skipped = row.getString("skipped_days");
    Currency currency = Currency.getInstance(row.getString("currency"));
    Instant endsAt = row.getObject("ends_at", OffsetDateTime.class).toInstant();
    PromiseState state = PromiseState.valueOf(row.getString("state")).at(endsAt, clock.now());
    OffsetDateTime settled = row.getObject("settled_at", OffsetDateTime.class);
    Instant over = state == PromiseState.BROKEN ? endsAt : null;
    PromiseView view =
        new PromiseView(
            row.getLong("id"),
            row.getLong("customer_id"),
            row.getLong("subscription_id"),
            row.getInt("days"),
            row.getObject("taken_at", OffsetDateTime.class).toInstant(),
            endsAt,
            skipped.isEmpty()
                ? List.of()
                : Arrays.stream(skipped.split(",")).map(LocalDate::parse).toList(),
            Money.ofMinor(row.getLong("due_minor"), currency).amount(),
            currency.getCurrencyCode(),
            row.getLong("taken_by"),
            state,
            settled == null ? over : settled.toInstant());
    return new AccessPromise(row.getString("vendor_code"), view);
  }

  private record AccessPromise(String vendor, PromiseView view) {}
}
