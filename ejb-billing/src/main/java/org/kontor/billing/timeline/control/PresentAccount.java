package org.kontor.billing.timeline.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kontor.billing.access.control.AccessRow;
import org.kontor.billing.access.control.AccessRows;
import org.kontor.billing.invoice.control.Buyers;
import org.kontor.billing.ledger.control.Ledger;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.billing.retention.control.Accounts;
import org.kontor.billing.retention.control.CaseRow;
import org.kontor.billing.retention.control.CaseStore;
import org.kontor.billing.retention.control.NoticeLog;
import org.kontor.billing.snapshot.control.Snapshots;
import org.kontor.billing.subscription.control.Situations;
import org.kontor.billing.subscription.control.SubscriptionStore;
import org.kontor.billing.subscription.entity.PlanChange;
import org.kontor.crm.calendar.boundary.Calendars;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.change.Situation;
import org.kontor.domain.ledger.Buckets;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.retention.CaseProgress;
import org.kontor.domain.retention.CaseState;
import org.kontor.domain.retention.Notice;
import org.kontor.domain.subscription.Arrears;
import org.kontor.domain.subscription.Standing;
import org.kontor.domain.subscription.SubscriptionSnapshot;
import org.kontor.domain.timeline.Account;
import org.kontor.domain.timeline.Account.Owed;
import org.kontor.domain.timeline.Holding;
import org.kontor.domain.timeline.Holding.Life;
import org.kontor.domain.timeline.Holding.Waiting;
import org.kontor.domain.timeline.Use;

/**
 * Reads a customer with all his subscriptions as the future begins: some twenty statements,
 * whatever their number.
 */
@ApplicationScoped
public class PresentAccount {

  /** More subscriptions of one customer than anybody has. */
  private static final int MOST = 200;

  private static final String OWED =
      "select i.id, i.number, coalesce(i.subscription_id, 0), i.issue_date, o.due_date,"
          + " i.total_minor, o.open_minor, o.currency from open_item o"
          + " join invoice i on i.customer_id = o.customer_id and i.id = o.invoice_id"
          + " where o.customer_id = ? order by o.due_date, i.id limit 1000";

  @Inject private Sql sql;
  @Inject private PolicyBook policies;
  @Inject private Calendars calendars;
  @Inject private Snapshots snapshots;
  @Inject private SubscriptionStore subscriptions;
  @Inject private Situations situations;
  @Inject private ForetoldUse uses;
  @Inject private Buyers buyers;
  @Inject private Ledger ledger;
  @Inject private AccessRows access;
  @Inject private Accounts lives;
  @Inject private CaseStore cases;
  @Inject private NoticeLog notices;

  /**
   * @param vendor whose customer it is
   */
  public Account read(String vendor, long customerId, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, policies.vendor(vendor).zone());
    PolicyPack pack = policies.inForce(vendor, today);
    long[] ids =
        sql
            .list(
                row -> row.getLong(1),
                "select id from subscription where customer_id = ? order by id limit ?",
                customerId,
                MOST)
            .stream()
            .mapToLong(Long::longValue)
            .toArray();
    Money zero = Money.zero(pack.seller().currency());
    return new Account(
        day -> policies.inForce(vendor, day),
        calendars.of(pack.seller().address().country()),
        customerId,
        buyers.load(customerId).get(customerId).buyer(),
        ledger.balances(customerId).getOrDefault(customerId, new Buckets(zero, zero)),
        owed(customerId),
        holdings(pack, customerId, ids, today),
        now);
  }

  private List<Owed> owed(long customerId) {
    return sql.list(
        row -> {
          Currency currency = Currency.getInstance(row.getString(8));
          return new Owed(
              row.getLong(1),
              row.getString(2),
              row.getLong(3),
              row.getObject(4, LocalDate.class),
              new Standing.OpenItem(
                  row.getObject(5, LocalDate.class),
                  Money.ofMinor(row.getLong(6), currency),
                  Money.ofMinor(row.getLong(7), currency)));
        },
        OWED,
        customerId);
  }

  private List<Holding> holdings(PolicyPack pack, long customerId, long[] ids, LocalDate today) {
    Map<Long, AccessRow> rows =
        access.ofCustomer(customerId).stream()
            .collect(Collectors.toMap(AccessRow::subscriptionId, row -> row));
    Map<Long, List<Arrears>> arrears = snapshots.arrears(ids);
    Map<Long, Waiting> waiting = waiting(pack, ids, today);
    Map<Long, Life> life = lives(pack, customerId, ids, today);
    List<Holding> holdings = new ArrayList<>(ids.length);
    List<SubscriptionSnapshot> all = snapshots.load(ids, today);
    Map<Long, Use> used = uses.of(pack, all, today);
    for (SubscriptionSnapshot subscription : all) {
      AccessRow row = rows.get(subscription.id());
      holdings.add(
          new Holding(
              subscription,
              used.getOrDefault(subscription.id(), Use.NONE),
              arrears.getOrDefault(subscription.id(), List.of()),
              waiting.get(subscription.id()),
              row.open() == null ? null : row.open().known(),
              row.reliefs(),
              row.exportUntil(),
              row.licences(),
              life.get(subscription.id())));
    }
    return holdings;
  }

  private Map<Long, Waiting> waiting(PolicyPack pack, long[] ids, LocalDate today) {
    List<PlanChange> changes = subscriptions.waiting(ids);
    if (changes.isEmpty()) {
      return Map.of();
    }
    Map<Long, Situation> situationOf =
        situations.load(
            subscriptions.byIds(changes.stream().map(PlanChange::getSubscriptionId).toList()),
            pack,
            today);
    Map<Long, Waiting> waiting = new HashMap<>();
    for (PlanChange change : changes) {
      Situation situation = situationOf.get(change.getSubscriptionId());
      if (situation != null) {
        waiting.put(change.getSubscriptionId(), new Waiting(change.getEffectiveOn(), situation));
      }
    }
    return waiting;
  }

  private Map<Long, Life> lives(PolicyPack pack, long customerId, long[] ids, LocalDate today) {
    Map<Long, CaseRow> running = cases.present(ids);
    Map<Long, List<Notice>> told = notices.of(running.values(), pack.zone());
    Map<Long, Life> result = new HashMap<>();
    lives
        .ofCustomer(today, customerId)
        .forEach(
            (id, account) -> {
              CaseRow row = running.get(id);
              boolean open = row != null && row.state().open();
              boolean deleted = row != null && row.state() == CaseState.DELETED;
              result.put(
                  id,
                  new Life(
                      account.facts().lastLogin(),
                      account.facts().held(),
                      account.facts().quietUntil(),
                      open ? progress(row, told.getOrDefault(row.id(), List.of()), today) : null,
                      open && row.anyTime(),
                      deleted ? row.purgeOn() : null));
            });
    return result;
  }

  /** What lies with the mail server is taken today (Assumptions.Taken.MAIL_IS_TAKEN). */
  private static CaseProgress progress(CaseRow row, List<Notice> told, LocalDate today) {
    return new CaseProgress(
        row.countdown(),
        told.stream()
            .map(
                notice ->
                    notice.accepted()
                        ? notice
                        : new Notice(notice.daysLeft(), notice.toldOn(), today))
            .toList());
  }
}
