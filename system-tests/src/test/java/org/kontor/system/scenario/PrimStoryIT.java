package org.kontor.system.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.system.story.Shown.shown;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.domain.rules.Proves;
import org.kontor.system.base.SystemTest;
import org.kontor.system.story.Answer;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Pack;
import org.kontor.system.story.Story;
import org.kontor.system.story.Subscription;
import org.kontor.system.story.Vendor;

/** S1, a Romanian business suite: sold by plan, invoiced in advance on the 1st. */
@SystemTest(mail = true)
class PrimStoryIT extends Story {

  @Test
  @Proves({"S1.25", "S1.26", "S1.27", "S1.34"})
  void S1_26_the_invoice_of_the_first_is_for_that_month_and_due_on_the_eleventh() {
    Vendor prim = Book.begin(rest(), "2026-02-10").vendor("prim", Pack.trusting("prim"));
    prim.until("2026-02-15");
    Customer alfa = prim.customer("Alfa");
    alfa.subscribes("start", Map.of("courier-fan", 1));

    JsonNode first = alfa.invoiceOf("2026-02-15");
    shown(first).has("net", "142.00"); // 14 of 28 days of 249.00 + 35.00, that day included
    shown(first).has("dueDate", "2026-02-25"); // ten days, since the 11th is over

    prim.until("2026-03-01");
    JsonNode march = alfa.invoiceOf("2026-03-01");
    shown(march).has("dueDate", "2026-03-11");
    shown(march.path("period")).has("from", "2026-03-01").has("to", "2026-03-31");
    shown(march).has("net", "284.00").has("vat", "59.64").has("total", "343.64");
    shown(march).has("number", "PRM-2026-000002");
    shown(march).has("amountDue", "343.64");

    prim.until("2026-04-02");
    shown(alfa.invoiceOf("2026-04-01")).has("dueDate", "2026-04-11");
    assertThat(alfa.invoices()).hasSize(3);
  }

  @Test
  @Proves({"S1.1", "S1.2", "S1.3", "S1.4"})
  void S1_3_a_trial_ends_in_deletion_and_never_in_an_invoice() {
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim", Pack.trusting("prim"));
    Customer beta = prim.customer("Beta");
    Subscription trial = beta.tries("start");
    assertThat(trial.state()).isEqualTo("TRIAL");

    prim.untilTime("2026-03-14T23:00");
    assertThat(trial.state()).isEqualTo("TRIAL");
    prim.untilTime("2026-03-15T00:05"); // fourteen days, the first one included
    assertThat(trial.state()).isEqualTo("DELETED");
    trial.converts().refused("WRONG_STATE");

    prim.until("2026-04-02");
    assertThat(beta.invoices()).isEmpty();
    assertThat(beta.charges()).isEmpty();
  }

  @Test
  @Proves({"S1.4", "S1.5", "S1.34"})
  void S1_5_conversion_keeps_what_the_trial_had_and_bills_from_that_day() {
    Vendor prim = Book.begin(rest(), "2026-04-01").vendor("prim", Pack.trusting("prim"));
    Customer gamma = prim.customer("Gamma");
    Subscription trial = gamma.tries("start");
    trial.uses("crm-accounts", 37).ok();

    prim.until("2026-04-11");
    trial.converts().ok();
    assertThat(trial.state()).isEqualTo("ACTIVE");
    JsonNode first = gamma.invoiceOf("2026-04-11");
    shown(first).has("net", "166.00"); // 20 of 30 days of 249.00
    shown(first).has("dueDate", "2026-04-21");
    assertThat(trial.usage("2026-04").toString()).contains("37");

    prim.until("2026-05-01");
    shown(gamma.invoiceOf("2026-05-01")).has("net", "249.00");
  }

  @Test
  @Proves({"S1.14", "S1.15", "S1.16", "S1.13"})
  void S1_14_golden_scenario_2_a_downgrade_needs_every_limit_met() {
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim", Pack.trusting("prim"));
    Customer delta = prim.customer("Delta");
    Subscription pro = delta.subscribes("pro", Map.of());
    pro.uses("crm-accounts", 1001).ok();
    pro.uses("external-documents", 90).ok();

    prim.until("2026-03-16");
    JsonNode refusal = pro.changesTo("start", Map.of()).refused("LIMITS_NOT_MET");
    assertThat(refusal.toString()).contains("crm-accounts").contains("1001").contains("1000");
    assertThat(refusal.toString()).doesNotContain("external-documents");
    assertThat(pro.changes()).isEmpty();

    pro.uses("crm-accounts", 1000).ok();
    pro.changesTo("start", Map.of()).ok();
    prim.until("2026-04-01");
    shown(delta.invoiceOf("2026-03-01")).has("net", "549.00");
    shown(delta.invoiceOf("2026-04-01")).has("net", "249.00").has("total", "301.29");
    assertThat(delta.invoices()).hasSize(2);
  }

  @Test
  @Proves("S1.17")
  void S1_17_the_limits_are_checked_again_on_the_effective_date() {
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim", Pack.trusting("prim"));
    Customer epsilon = prim.customer("Epsilon");
    Subscription pro = epsilon.subscribes("pro", Map.of());
    pro.uses("crm-accounts", 900).ok();
    pro.changesTo("start", Map.of()).ok();

    prim.until("2026-03-20");
    pro.uses("crm-accounts", 1200).ok();
    prim.until("2026-04-01");
    shown(epsilon.invoiceOf("2026-04-01")).has("net", "549.00");
    JsonNode change = pro.changes().get(0);
    shown(change).has("state", "REFUSED");
    assertThat(change.toString()).contains("1200").contains("1000");
  }

  @Test
  @Proves("S1.18")
  void S1_18_staff_may_allow_one_customer_more() {
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim", Pack.trusting("prim"));
    Subscription pro = prim.customer("Zeta").subscribes("pro", Map.of());
    pro.uses("crm-accounts", 1200).ok();
    pro.changesTo("start", Map.of()).refused("LIMITS_NOT_MET");

    pro.mayUse("crm-accounts", 1500).ok();
    pro.changesTo("start", Map.of()).ok();
  }

  @Test
  @Proves({"S1.10", "S1.11", "S1.12", "S1.13"})
  void S1_13_a_change_of_components_is_on_the_next_invoice_in_three_readings() {
    Book book = Book.begin(rest(), "2026-03-01");
    Vendor next = book.vendor("prim", Pack.trusting("prim"));
    Vendor prorate = book.vendor("prim-prorate", readingOfChange("PRORATE"));
    Vendor arrears = book.vendor("prim-arrears", readingOfChange("NEXT_INVOICE_WITH_ARREARS"));
    List<Customer> customers =
        List.of(next.customer("Eta"), prorate.customer("Eta"), arrears.customer("Eta"));
    List<Subscription> all =
        customers.stream().map(customer -> customer.subscribes("start", Map.of())).toList();

    next.until("2026-03-17"); // 15 of 31 days are left
    all.forEach(one -> one.changesTo(null, Map.of("ecommerce-platforms", 2)).ok());
    next.until("2026-04-01");

    assertThat(customers.get(0).invoices()).hasSize(2);
    shown(customers.get(0).invoiceOf("2026-04-01")).has("net", "367.00"); // 249 + 2 × 59
    shown(customers.get(1).invoiceOf("2026-03-17")).has("net", "57.10"); // 118 × 15/31
    shown(customers.get(1).invoiceOf("2026-04-01")).has("net", "367.00");
    assertThat(customers.get(2).invoices()).hasSize(2);
    shown(customers.get(2).invoiceOf("2026-04-01")).has("net", "424.10");
  }

  @Test
  @Proves({"S1.33", "S1.35"})
  void S1_33_nothing_is_invoiced_while_stopped_nor_for_the_month_of_restoration() {
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim", Pack.trusting("prim"));
    Customer theta = prim.customer("Theta");
    Subscription start = theta.subscribes("start", Map.of());
    theta.pays("100.00", "RON", "bank-transfer", "part").ok();
    shown(theta.invoiceOf("2026-03-01")).has("amountDue", "201.29").has("state", "open");

    prim.until("2026-03-12");
    shown(theta.invoiceOf("2026-03-01")).has("state", "overdue");
    start.stops("unpaid").ok();
    prim.until("2026-04-20");
    assertThat(theta.invoices()).hasSize(1);
    theta.pays("201.29", "RON", "bank-transfer", "rest").ok();
    shown(theta.invoiceOf("2026-03-01")).has("amountDue", "0.00").has("state", "paid");
    start.restored().ok();
    prim.until("2026-05-02");
    assertThat(theta.invoices()).hasSize(2);
    shown(theta.invoiceOf("2026-05-01")).has("net", "249.00");
  }

  @Test
  @Proves("S1.33")
  void S1_33_the_other_reading_bills_the_rest_of_the_month_of_restoration_with_the_next_one() {
    Pack pack =
        Pack.trusting("prim").with("suspendedMonthBilled: false ", "suspendedMonthBilled: true ");
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim", pack);
    Customer theta = prim.customer("Theta");
    Subscription start = theta.subscribes("start", Map.of());
    prim.until("2026-03-12");
    start.stops("unpaid").ok();
    prim.untilTime("2026-04-20T10:00");
    theta.pays("301.29", "RON", "bank-transfer", "all").ok();
    start.restored().ok();
    prim.until("2026-05-02");
    assertThat(theta.invoices()).hasSize(2);
    JsonNode may = theta.invoiceOf("2026-05-01");
    shown(may).has("net", "340.30"); // 249.00, and 249.00 × 11/30
    shown(may.path("lines").get(1)).has("period.from", "2026-04-20").has("period.to", "2026-04-30");
    prim.until("2026-06-02");
    shown(theta.invoiceOf("2026-06-01")).has("net", "249.00");
  }

  @Test
  @Proves({"S1.7", "S1.8", "S1.9"})
  void S1_9_an_organisation_with_a_file_counts_once_whatever_its_roles() {
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim", Pack.trusting("prim"));
    Customer iota = prim.customer("Iota");
    account(iota, "bank-1", List.of("BANK", "SUPPLIER"), true).ok();
    account(iota, "client-1", List.of("CLIENT"), true).ok();
    account(iota, "client-1", List.of("CLIENT", "GOVERNMENT"), true).ok();
    account(iota, "without-file", List.of("COMPANY"), false).ok();
    JsonNode list = rest().get("customers/" + iota.id() + "/crm-accounts").ok();
    shown(list).has("counted", "2");
  }

  private static Pack readingOfChange(String reading) {
    return Pack.trusting("prim").with("change: NEXT_INVOICE ", "change: " + reading + " ");
  }

  private Answer account(Customer customer, String id, List<String> kinds, boolean hasFile) {
    return rest()
        .put(
            "customers/" + customer.id() + "/crm-accounts/" + id,
            Map.of("name", id, "kinds", kinds, "hasFile", hasFile));
  }
}
