package org.kontor.billing.charging.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kontor.billing.bulk.control.CopyRows;
import org.kontor.billing.ledger.control.Ledger;
import org.kontor.billing.ledger.control.Months;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.ledger.Buckets;
import org.kontor.domain.ledger.Entry;
import org.kontor.domain.ledger.LowBalanceAlert;
import org.kontor.domain.ledger.Postings;
import org.kontor.domain.ledger.SellerAccounts;
import org.kontor.domain.ledger.Transfer;
import org.kontor.domain.ledger.WalletTerms;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.pricing.ChargeLine;

/**
 * Writes charges and takes them from the balances, one or thousands with the same few statements,
 * in the caller's transaction. The key of a charge is (subscription, business date, item): booked
 * twice is a duplicate, so callers skip what a subscription's {@code charged_through} covers.
 */
@ApplicationScoped
public class ChargeBook {

  private static final String COLUMNS =
      "id, customer_id, subscription_id, vendor_code, business_date, item_code, name, period_from,"
          + " period_to, quantity, amount_minor, currency, policy, explanation, run_id,"
          + " recorded_at";

  private final Sql sql;
  private final Ids ids;
  private final Ledger ledger;
  private final Months months;
  private final BalanceNews news;
  private final AdvanceVat advances;

  @Inject
  public ChargeBook(
      Sql sql, Ids ids, Ledger ledger, Months months, BalanceNews news, AdvanceVat advances) {
    this.sql = sql;
    this.advances = advances;
    this.ids = ids;
    this.ledger = ledger;
    this.months = months;
    this.news = news;
  }

  /** For the container's proxy. */
  protected ChargeBook() {
    this(null, null, null, null, null, null);
  }

  /**
   * Books them in their order. Call it once and last in a transaction: the ledger's locks on the
   * seller's accounts come with it.
   *
   * @param balances of all their customers, locked ({@link Ledger#lock}); moved on by the charges
   */
  void post(Stamp stamp, List<Due> dues, Map<Long, Buckets> balances) {
    if (dues.isEmpty()) {
      return;
    }
    Posting posting = new Posting(stamp, balances, advances.accounted(stamp.vendor(), balances));
    dues.forEach(posting::add);
    posting.dates.keySet().forEach(months::ensure);
    sql.with(
        connection -> {
          posting.rows.flush(connection);
          return null;
        });
    news.tell(stamp, posting.crossings);
    ledger.post(stamp.vendor(), posting.transfers, stamp.recordedAt());
  }

  /** What one call books. */
  private final class Posting {

    final Stamp stamp;
    final Map<Long, Buckets> balances;
    final Map<Long, Money> advances;
    final CopyRows rows = new CopyRows("charge", COLUMNS);
    final List<Transfer> transfers = new ArrayList<>();
    final List<BalanceNews.Crossing> crossings = new ArrayList<>();
    final Map<LocalDate, String> dates = new HashMap<>();
    PolicyPack pack;
    WalletTerms terms;
    SellerAccounts seller;

    Posting(Stamp stamp, Map<Long, Buckets> balances, Map<Long, Money> advances) {
      this.stamp = stamp;
      this.balances = balances;
      this.advances = advances;
    }

    void add(Due due) {
      use(due.pack());
      Buckets buckets = balances.get(due.customerId());
      Money before = buckets.total();
      Money accounted = advances.get(due.customerId());
      for (ChargeLine line : due.lines()) {
        long id = ids.next();
        Postings.Charged charged =
            Postings.charge(
                new Entry(due.customerId(), due.date(), id),
                seller,
                terms,
                line.amount(),
                buckets,
                accounted);
        accounted = accounted == null ? null : accounted.minus(charged.vat());
        buckets = charged.after();
        transfers.addAll(charged.transfers());
        row(id, due, line);
      }
      balances.put(due.customerId(), buckets);
      if (accounted != null) {
        advances.put(due.customerId(), accounted);
      }
      cross(due, before, buckets.total());
    }

    private void cross(Due due, Money before, Money after) {
      if (due.alert() != null && due.alert().isCrossed(before, after)) {
        crossings.add(crossing(due, after, due.alert()));
      }
      if (!before.isNegative() && after.isNegative()) {
        crossings.add(crossing(due, after, null));
      }
    }

    /** Nearly always the same one: what depends on it is looked up once. */
    private void use(PolicyPack next) {
      if (next != pack) {
        pack = next;
        terms = WalletTerms.of(next);
        seller = ledger.sellerAccounts(stamp.vendor(), next.seller().currency());
      }
    }

    private static BalanceNews.Crossing crossing(Due due, Money after, LowBalanceAlert alert) {
      return new BalanceNews.Crossing(due.customerId(), due.date(), after, alert);
    }

    private void row(long id, Due due, ChargeLine line) {
      rows.add(id)
          .add(due.customerId())
          .add(due.subscriptionId())
          .add(stamp.vendor())
          .add(dates.computeIfAbsent(due.date(), LocalDate::toString))
          .add(line.itemCode())
          .add(line.name())
          .add(line.period().from())
          .add(line.period().to())
          .add(line.quantity())
          .add(line.amount().minor())
          .add(line.amount().currency().getCurrencyCode())
          .add(due.pack().id())
          .add(line.why().compact())
          .add(stamp.runId())
          .add(stamp.recordedAt())
          .endRow();
    }
  }
}
