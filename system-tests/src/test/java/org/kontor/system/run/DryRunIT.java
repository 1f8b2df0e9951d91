package org.kontor.system.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.system.story.Shown.shown;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.rig.Database;
import org.kontor.system.rig.Invariants;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Pack;
import org.kontor.system.story.Story;
import org.kontor.system.story.Subscription;
import org.kontor.system.story.Vendor;

/** A dry run is the real run without storing it, also where something waits for its day. */
@SystemTest
class DryRunIT extends Story {

  private static final String CHARGE =
      "select subscription_id, period_from, name, period_to, quantity, amount_minor, explanation"
          + " from ";
  private static final String LINE =
      " l.line_no, l.item_code, l.name, l.quantity, l.unit_price, l.net_minor, l.vat_rate,"
          + " l.period_from, l.period_to, l.explanation from ";

  /**
   * Waiting for 04-01: fewer platforms, a lower plan, a lower plan that its second check refuses, a
   * rise with a service less, the end of a trial, the end of a cancelled subscription, new prices.
   */
  @Test
  void a_dry_month_equals_the_real_one_whose_changes_wait_S1_13_to_S1_17() {
    try (Database database = database()) {
      Pack pack = Pack.trusting("prim");
      Book book = Book.begin(rest(), "2026-03-01");
      Vendor prim = book.vendor("prim", pack);
      book.load(
          "prim",
          pack.version(2, LocalDate.parse("2026-04-01")).with("fee: 249.00", "fee: 259.00"));
      prim.until("2026-03-18");
      Subscription less = prim.customer("Ana").subscribes("pro", Map.of("ecommerce-platforms", 3));
      less.changesTo(null, Map.of("ecommerce-platforms", 1)).ok();
      Customer bogdan = prim.customer("Bogdan");
      bogdan.subscribes("pro", Map.of("courier-fan", 1)).changesTo("start", Map.of()).ok();
      Customer corina = prim.customer("Corina");
      Subscription refused = corina.subscribes("pro", Map.of());
      refused.changesTo("start", Map.of()).ok();
      Subscription both = prim.customer("Dan").subscribes("start", Map.of("courier-fan", 1));
      both.changesTo("pro", Map.of("courier-fan", 0)).ok();
      prim.customer("Elena").tries("pro");
      prim.customer("Florin").subscribes("start", Map.of()).cancels().ok();
      prim.customer("Gina").subscribes("start", Map.of());
      prim.until("2026-03-25");
      refused.uses("external-documents", 500).ok();

      JsonNode dry = dryRun("prim", "MONTHLY", "2026-04-01");
      JsonNode dryChanges = dryRun("prim", "CHANGES", "2026-04-01");
      List<List<String>> planned = planned(database, dry);
      List<JsonNode> shown = Plans.documents(rest(), dry);
      assertThat(dry.path("documents").asInt()).isEqualTo(5);
      prim.until("2026-04-01");

      assertThat(booked(database, "2026-04-01")).isEqualTo(planned);
      assertThat(shown).hasSize(5).isEqualTo(Plans.issued(rest(), "prim", "2026-04-01"));
      shown(run("MONTHLY", "2026-04-01")).has("total", dry.path("total").asText());
      shown(run("CHANGES", "2026-04-01"))
          .has("documents", dryChanges.path("documents").asText())
          .has("documents", "5");
      // What waited happened, so that the dry run had something to foresee
      assertThat(net(bogdan)).isEqualTo("294.00"); // 259 + 35: the new price of the lower plan
      assertThat(net(corina)).isEqualTo("549.00"); // it stays on its plan
      assertThat(refused.changes().get(0).path("state").asText()).isEqualTo("REFUSED");
      assertThat(new Invariants(database).broken()).isEmpty();
    }
  }

  @Test
  void a_dry_day_equals_the_real_one_before_which_the_plan_changes() {
    try (Database database = database()) {
      Vendor intrum = Book.begin(rest(), "2026-03-01").vendor("intrum", TwoPlans.daily());
      Customer ivan = intrum.customer("Ivan");
      Subscription crm = ivan.subscribes("crm", Map.of());
      intrum.untilTime("2026-03-05T12:00");
      crm.changesTo("lite", Map.of()).ok();
      JsonNode dry = dryRun("intrum", "DAILY", "2026-03-06");
      List<List<String>> planned = charged(database, dry);
      List<JsonNode> shown = Plans.charges(rest(), dry);
      intrum.until("2026-03-07");

      assertThat(planned).hasSize(2); // the day that is not over, by crm, and the next one by lite
      assertThat(amounts(planned)).containsExactly("9967", "3000");
      assertThat(
              database.rows(
                  CHARGE + "charge where business_date >= date '2026-03-05' order by 1, 2"))
          .isEqualTo(planned);
      assertThat(shown).hasSize(2).isEqualTo(Plans.charged(ivan, "2026-03-05"));
    }
  }

  @Test
  void a_dry_settlement_equals_the_real_ones_between_which_the_plan_changes() {
    try (Database database = database()) {
      Vendor kabinet = Book.begin(rest(), "2026-03-01").vendor("kabinet", TwoPlans.arrears());
      Customer zoya = kabinet.customer("Zoya");
      Subscription crm = zoya.subscribes("plus", Map.of());
      kabinet.until("2026-03-20");
      crm.changesTo("base", Map.of()).ok();
      JsonNode dry = dryRun("kabinet", "SETTLEMENT", "2026-05-01");
      List<List<String>> planned = charged(database, dry);
      List<JsonNode> shown = Plans.charges(rest(), dry);
      kabinet.until("2026-05-01");

      assertThat(amounts(planned)).containsExactly("3900", "1900");
      assertThat(database.rows(CHARGE + "charge order by 1, 2")).isEqualTo(planned);
      assertThat(shown).hasSize(2).isEqualTo(Plans.charged(zoya, "2026-03-01"));
    }
  }

  @Test
  void a_dry_renewal_equals_the_real_one_line_by_line_S5_1() {
    try (Database database = database()) {
      Vendor shop = Book.begin(rest(), "2026-01-10").vendor("prestaimport");
      Customer tienda = shop.customer("Tienda");
      tienda.orders("gui-licence", "supplier-a", "supplier-b");
      tienda.pays("385.99", "EUR", "bank-transfer", "tienda").ok();
      Customer lonja = shop.customer("Lonja");
      lonja.orders("gui-licence", "supplier-a");
      lonja.pays("313.39", "EUR", "bank-transfer", "lonja").ok();
      shop.until("2026-12-09");
      JsonNode dry = dryRun("prestaimport", "RENEWAL", "2026-12-10");
      List<JsonNode> shown = Plans.documents(rest(), dry);
      assertThat(database.number("select count(*) from invoice")).isEqualTo(2);
      shop.until("2026-12-11");

      assertThat(shown).hasSize(2).isEqualTo(Plans.issued(rest(), "prestaimport", "2026-12-10"));
      rest().delete("runs/" + dry.path("id").asText()).ok();
      assertThat(
              database.number(
                  "select count(*) from invoice_line l where not exists (select 1 from invoice i"
                      + " where i.id = l.invoice_id)"))
          .as("a plan that was thrown away leaves no lines")
          .isZero();
      assertThat(new Invariants(database).broken()).isEmpty();
    }
  }

  private static List<List<String>> planned(Database database, JsonNode dry) {
    return database.rows(
        "select d.subscription_id, d.total_minor, d.due_date,"
            + LINE
            + "run_draft d join invoice_line l on l.customer_id = d.customer_id and l.invoice_id ="
            + " d.document_id where d.run_id = ?::bigint order by 1, 4",
        dry.path("id").asText());
  }

  private static List<List<String>> booked(Database database, String day) {
    return database.rows(
        "select i.subscription_id, i.total_minor, i.due_date,"
            + LINE
            + "invoice i join invoice_line l on l.customer_id = i.customer_id and l.invoice_id ="
            + " i.id where i.issue_date = ?::date order by 1, 4",
        day);
  }

  private static List<List<String>> charged(Database database, JsonNode dry) {
    return database.rows(
        CHARGE + "run_charge where run_id = ?::bigint order by 1, 2", dry.path("id").asText());
  }

  private static List<String> amounts(List<List<String>> charges) {
    return charges.stream().map(charge -> charge.get(5)).toList();
  }

  private static String net(Customer customer) {
    return customer.invoiceOf("2026-04-01").path("net").asText();
  }

  private JsonNode run(String kind, String date) {
    return rest().all("runs?kind=" + kind).stream()
        .filter(run -> run.path("date").asText().equals(date) && !run.path("dry").asBoolean())
        .findFirst()
        .orElseThrow();
  }

  private JsonNode dryRun(String vendor, String kind, String date) {
    Map<String, Object> asked = Map.of("vendor", vendor, "kind", kind, "date", date, "dry", true);
    String id = rest().post("runs", asked).ok().path("id").asText();
    return RunWatch.until(rest(), "runs/" + id, Set.of("PLANNED"));
  }
}
