package org.kontor.billing.charging;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kontor.billing.bulk.control.ChunkWork;
import org.kontor.billing.bulk.control.ChunkWork.ChunkResult;
import org.kontor.billing.bulk.control.RunContext;
import org.kontor.billing.charging.control.AdvanceVat;
import org.kontor.billing.charging.control.BalanceNews;
import org.kontor.billing.charging.control.ChargeBook;
import org.kontor.billing.charging.control.ChargeWriter;
import org.kontor.billing.charging.control.Corrections;
import org.kontor.billing.charging.control.DailyChunk;
import org.kontor.billing.charging.control.DueAccounts;
import org.kontor.billing.charging.control.Forecast;
import org.kontor.billing.charging.control.SettlementChunk;
import org.kontor.billing.ledger.TestDatabase;
import org.kontor.billing.ledger.control.GroundWork;
import org.kontor.billing.ledger.control.Ledger;
import org.kontor.billing.ledger.control.LedgerAccounts;
import org.kontor.billing.ledger.control.Months;
import org.kontor.billing.policy.control.PackReader;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.billing.snapshot.control.Snapshots;
import org.kontor.billing.usage.boundary.NewFact;
import org.kontor.billing.usage.control.DayStore;
import org.kontor.billing.usage.control.FactCheck;
import org.kontor.billing.usage.control.FactRecorder;
import org.kontor.billing.usage.control.FactRecorder.Answer;
import org.kontor.billing.usage.control.FactStore;
import org.kontor.billing.usage.control.UsageBook;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.explain.Explanation;
import org.kontor.domain.ledger.Entry;
import org.kontor.domain.ledger.Postings;
import org.kontor.domain.ledger.Receipt;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.PolicyPack;

/** A book with daily and settled vendors on a real PostgreSQL: everything but the container. */
final class ChargedBook implements AutoCloseable {

  final TestDatabase database;
  final Sql sql;
  final Ids ids;
  final Ledger ledger;
  final PolicyBook policies;
  final DailyChunk daily;
  final SettlementChunk settlement;
  final FactRecorder facts;
  final Forecast forecast;
  Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final LedgerAccounts accounts;
  private int references;

  ChargedBook(Path folder) {
    database = new TestDatabase(folder);
    sql = database.sql;
    ids = new Ids(sql);
    GroundWork ground = new GroundWork(sql, ids);
    accounts = new LedgerAccounts(sql, ground);
    Months months = new Months(ground);
    ledger = new Ledger(sql, accounts, months);
    policies = new PolicyBook(sql);
    UsageBook usage = new UsageBook(sql, policies);
    DueAccounts due =
        new DueAccounts(sql, new Snapshots(sql), (run, subscriptions) -> subscriptions);
    AdvanceVat advances = new AdvanceVat(sql, ledger, policies);
    ChargeBook book = new ChargeBook(sql, ids, ledger, months, new BalanceNews(sql, ids), advances);
    ChargeWriter writer = new ChargeWriter(sql, ledger, book, due);
    daily = new DailyChunk(due, usage, policies, writer);
    settlement = new SettlementChunk(due, usage, policies, writer);
    forecast = new Forecast(sql, due, usage, policies);
    facts =
        new FactRecorder(
            new FactStore(sql, ids),
            new DayStore(sql),
            new FactCheck(policies, new Caller()),
            usage,
            new Corrections(sql, due, policies, ledger, book, () -> now),
            () -> now);
  }

  /** A bundled vendor under another code, with one setting changed. */
  PolicyPack vendor(String bundled, String code, String from, String to) {
    String source = PackReader.bundledSource(bundled).replace(from, to);
    PolicyPack pack = PackReader.require(code, source, code);
    sql.update(
        "insert into vendor (id, code, zone, currency, book_from) values (?, ?, ?, ?, ?)",
        ids.next(),
        code,
        pack.zone().getId(),
        pack.seller().currency().getCurrencyCode(),
        LocalDate.parse("2026-01-01"));
    sql.update(
        "insert into policy_version (id, vendor_code, version, effective_from, source, sha256,"
            + " imported_at) values (?, ?, 1, ?, ?, sha256(?::bytea), ?)",
        ids.next(),
        code,
        pack.effectiveFrom(),
        source,
        code.getBytes(StandardCharsets.UTF_8),
        now);
    return pack;
  }

  long customer(PolicyPack pack, String topUp) {
    long id = ids.next();
    String currency = pack.seller().currency().getCurrencyCode();
    sql.update(
        "insert into customer (id, vendor_code, reference, name, country, language, currency,"
            + " created_on, created_at) values (?, ?, ?, 'C', 'RU', 'ru', ?, '2026-01-01', ?)",
        id,
        pack.code(),
        "c" + references++,
        currency,
        now);
    accounts.opened(id, pack.code(), currency);
    topUp(pack, id, topUp);
    return id;
  }

  void topUp(PolicyPack pack, long customer, String amount) {
    Money money = Money.of(amount, pack.seller().currency().getCurrencyCode());
    if (money.isPositive()) {
      ledger.post(
          pack.code(),
          Postings.received(
              new Entry(customer, LocalDate.parse("2026-01-01"), ids.next()),
              Receipt.of(ledger.sellerAccounts(pack.code(), money.currency()), money),
              List.of(),
              money,
              Money.zero(money.currency())),
          now);
    }
  }

  /** The customer wants to hear of a balance below it. */
  void alert(long customer, long belowMinor) {
    sql.update("insert into low_balance_alert values (?, ?)", customer, belowMinor);
  }

  long subscription(PolicyPack pack, long customer, String plan, LocalDate activatedOn) {
    long id = ids.next();
    sql.update(
        "insert into subscription (id, customer_id, vendor_code, plan_code, timing, state,"
            + " started_on, activated_on) values (?, ?, ?, ?, ?, 'ACTIVE', ?, ?)",
        id,
        customer,
        pack.code(),
        plan,
        pack.plan(plan).orElseThrow().timing(),
        activatedOn,
        activatedOn);
    return id;
  }

  void component(long customer, long subscription, String code, String from, String to) {
    sql.update(
        "insert into subscription_component (id, customer_id, subscription_id, component_code,"
            + " quantity, valid_from, valid_to) values (?, ?, ?, ?, 1, ?::date, ?::date)",
        ids.next(),
        customer,
        subscription,
        code,
        from,
        to);
  }

  /** The run of that vendor and date, in chunks as the machinery would cut them. */
  ChunkResult run(ChunkWork work, PolicyPack pack, LocalDate date, boolean dry) {
    List<Long> due =
        sql.list(
            row -> row.getLong(1),
            "select s.id from subscription s where " + work.workList() + " order by s.id",
            pack.code(),
            date);
    long[] all = due.stream().mapToLong(Long::longValue).toArray();
    ChunkResult result = work.process(new RunContext(ids.next(), date, pack, now, dry), all);
    if (!dry) {
      sql.update(
          "insert into run_watermark (vendor_code, kind, done_through) values (?, ?, ?)"
              + " on conflict (vendor_code, kind) do update set done_through ="
              + " greatest(run_watermark.done_through, excluded.done_through)",
          pack.code(),
          work.kind(),
          date);
    }
    database.commit();
    return result;
  }

  Answer fact(long subscription, String metric, String key, String at, long quantity) {
    return fact(subscription, metric, key, at, quantity, false);
  }

  Answer fact(
      long subscription, String metric, String key, String at, long quantity, boolean correction) {
    Answer answer =
        facts
            .record(
                List.of(
                    new NewFact(
                        subscription, metric, key, Instant.parse(at), quantity, null, correction)))
            .get(0);
    database.commit();
    return answer;
  }

  String balance(long customer) {
    return ledger.balances(customer).get(customer).total().amount().toPlainString();
  }

  /** Charges of a subscription as "date item amount". */
  List<String> charges(long subscription) {
    return sql.list(
        row ->
            row.getString(1)
                + " "
                + row.getString(2)
                + " "
                + BigDecimal.valueOf(row.getLong(3), 2).toPlainString(),
        "select business_date, item_code, amount_minor from charge where subscription_id = ?"
            + " order by business_date, id",
        subscription);
  }

  /** Explanations of a subscription with their booked amounts. */
  Map<Explanation, BigDecimal> explanations(long subscription) {
    Map<Explanation, BigDecimal> found = new LinkedHashMap<>();
    sql.list(
            row ->
                Map.entry(
                    Explanation.parse(row.getString(1)), BigDecimal.valueOf(row.getLong(2), 2)),
            "select explanation, amount_minor from charge where subscription_id = ? order by id",
            subscription)
        .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    return found;
  }

  List<String> told(String topic) {
    return sql.list(
        row -> row.getString(1), "select key from outbox where topic = ? order by id", topic);
  }

  @Override
  public void close() throws IOException {
    database.close();
  }
}
