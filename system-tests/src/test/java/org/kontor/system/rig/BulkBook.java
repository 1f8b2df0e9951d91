package org.kontor.system.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kontor.system.story.Book;
import org.kontor.system.story.Pack;
import org.kontor.system.story.Rest;
import org.kontor.system.story.Vendor;

/**
 * A book of thousands: customers over REST, their subscriptions by SQL in one transaction, since
 * their first months are not what is tested.
 */
public final class BulkBook {

  private static final int CHUNK = 1000;
  private static final String FEBRUARY = "2026-02-01";

  private BulkBook() {}

  /**
   * Customers of S1 on the plan start with two further platforms and a courier, billed through
   * February 2026.
   *
   * @param at where the clock stands, UTC
   */
  public static Vendor monthly(Rest rest, Database database, int accounts, String at) {
    return monthly(rest, database, accounts, at, Pack.bundled("prim"));
  }

  /** The same with settings of its own. */
  public static Vendor monthly(Rest rest, Database database, int accounts, String at, Pack pack) {
    Vendor prim = begin(rest, at).vendor("prim", pack);
    subscribed(prim, database, accounts, "start", "MONTHLY_ADVANCE", FEBRUARY);
    component(database, "ecommerce-platforms", 2);
    component(database, "courier-fan", 1);
    return prim;
  }

  /** Customers of S2 with 1 to 40 employees, activated on 28 February 2026. */
  public static Vendor daily(Rest rest, Database database, int accounts, String at) {
    Vendor intrum = begin(rest, at).vendor("intrum");
    subscribed(intrum, database, accounts, "crm", "DAILY", "2026-02-28");
    database.change(
        "insert into usage_day (customer_id, subscription_id, metric, business_date, peak,"
            + " last_value, last_at, total) select customer_id, id, 'headcount', date '2026-02-20',"
            + " 1 + id % 40, 1 + id % 40, timestamptz '2026-02-20 10:00Z', 0 from subscription");
    return intrum;
  }

  private static Book begin(Rest rest, String at) {
    rest.post("book/empty", Map.of("from", "2026-02-28", "at", at)).ok();
    return Book.at(rest);
  }

  private static void subscribed(
      Vendor vendor,
      Database database,
      int accounts,
      String plan,
      String timing,
      String activated) {
    for (int from = 0; from < accounts; from += CHUNK) {
      List<Object> customers = new ArrayList<>();
      for (int i = from; i < Math.min(accounts, from + CHUNK); i++) {
        customers.add(vendor.request("C%06d".formatted(i)));
      }
      vendor.book().rest().post("customers/bulk", Map.of("customers", customers)).ok();
    }
    assertThat(database.number("select count(*) from customer")).isEqualTo(accounts);
    database.change(
        "insert into subscription (id, customer_id, vendor_code, plan_code, timing, state,"
            + " started_on, activated_on, charged_through) select ? + row_number() over (order by"
            + " reference), id, vendor_code, ?, ?, 'ACTIVE', date '2026-02-01', ?::date, ?::date"
            + " from customer",
        freeIds(database, accounts),
        plan,
        timing,
        activated,
        timing.equals("DAILY") ? "2026-02-27" : "2026-02-28");
  }

  private static void component(Database database, String code, int quantity) {
    long accounts = database.number("select count(*) from subscription");
    database.change(
        "insert into subscription_component (id, customer_id, subscription_id, component_code,"
            + " quantity, valid_from) select ? + row_number() over (order by id), customer_id, id,"
            + " ?, ?, date '2026-02-01' from subscription",
        freeIds(database, accounts),
        code,
        quantity);
  }

  /** Ids that no node has or will take; nodes take blocks of a thousand from the sequence. */
  private static long freeIds(Database database, long count) {
    long first = database.number("select nextval('kontor_id')") + 1000;
    database.value("select setval('kontor_id', ?)", first + count + 1000);
    return first;
  }
}
