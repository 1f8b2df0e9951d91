package org.kontor.system.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.system.story.Shown.shown;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kontor.domain.rules.Proves;
import org.kontor.system.base.SystemTest;
import org.kontor.system.rig.Database;
import org.kontor.system.rig.Invariants;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Pack;
import org.kontor.system.story.Story;
import org.kontor.system.story.Subscription;
import org.kontor.system.story.Vendor;

/**
 * Whoever approves or retries late leaves the customers their days to pay, before anything stops.
 */
@SystemTest
class LateTermIT extends Story {

  private static final String FIRST = "301.29";

  private Vendor prim;

  private Customer paidUp(String name) {
    Customer customer = prim.customer(name);
    customer.subscribes("start", Map.of());
    customer.pays(FIRST, "RON", "bank-transfer", name).ok();
    return customer;
  }

  private Subscription of(Customer customer) {
    long id = rest().all("subscriptions?customer=" + customer.id()).get(0).path("id").asLong();
    return new Subscription(customer, id);
  }

  private String april(String state) {
    JsonNode run =
        rest().all("runs?kind=MONTHLY").stream()
            .filter(one -> one.path("date").asText().equals("2026-04-01"))
            .findFirst()
            .orElseThrow();
    shown(run).has("state", state);
    return "runs/" + run.path("id").asText();
  }

  /** One damaged account of four holds the run back: more than a twentieth is parked. */
  @Test
  @Proves({"S1.27", "S1.28"})
  void S1_28_a_run_approved_and_an_account_retried_late_leave_the_term_to_pay_before_the_stop() {
    try (Database database = database()) {
      Pack pack = Pack.bundled("prim").with("fromAccounts: 20", "fromAccounts: 2");
      prim = Book.begin(rest(), "2026-03-01").vendor("prim", pack);
      Customer ana = paidUp("Ana");
      Customer bogdan = paidUp("Bogdan");
      Customer corina = paidUp("Corina");
      corina.pays("500.00", "RON", "bank-transfer", "in advance").ok();
      Customer dan = paidUp("Dan");
      prim.until("2026-03-31");
      database.change("update customer set currency = 'EUR' where id = " + dan.id());
      prim.untilTime("2026-04-20T12:00");
      String run = april("NEEDS_APPROVAL");

      rest().post(run + "/approval", "").ok();
      RunWatch.until(rest(), run, Set.of("COMPLETED_WITH_PARKED"));
      JsonNode invoice = ana.invoiceOf("2026-04-20");
      shown(invoice).has("dueDate", "2026-04-30").has("state", "open").has("total", FIRST);
      assertThat(invoice.path("period").path("from").asText()).isEqualTo("2026-04-01");
      assertThat(invoice.path("period").path("to").asText()).isEqualTo("2026-04-30");
      shown(corina.invoiceOf("2026-04-20")).has("state", "paid");
      assertThat(corina.balance()).isEqualByComparingTo("198.71");
      prim.untilTime("2026-04-22T12:00");
      database.change("update customer set currency = 'RON' where id = " + dan.id());
      rest().post(run + "/parked/retry", "").ok();
      RunWatch.until(rest(), run, Set.of("COMPLETED"));
      shown(dan.invoiceOf("2026-04-22")).has("dueDate", "2026-05-02").has("state", "open");
      assertThat(new Invariants(database).broken()).isEmpty();

      prim.untilTime("2026-04-30T12:00");
      assertThat(of(ana).state()).isEqualTo("ACTIVE");
      assertThat(of(bogdan).state()).isEqualTo("ACTIVE");
      prim.untilTime("2026-05-01T12:00");
      assertThat(of(ana).state()).isEqualTo("STOPPED");
      assertThat(of(dan).state()).isEqualTo("ACTIVE");
      prim.untilTime("2026-05-03T12:00");
      assertThat(of(dan).state()).isEqualTo("STOPPED");
      assertThat(of(corina).state()).isEqualTo("ACTIVE");
      assertThat(new Invariants(database).broken()).isEmpty();
    }
  }

  /** Who was repaired before the approval is billed by it, and is parked no more. */
  @Test
  void an_account_repaired_before_a_late_approval_is_billed_with_the_others() {
    try (Database database = database()) {
      Pack pack = Pack.trusting("prim").with("fromAccounts: 20", "fromAccounts: 2");
      prim = Book.begin(rest(), "2026-03-01").vendor("prim", pack);
      paidUp("Ana");
      Customer dan = paidUp("Dan");
      prim.until("2026-03-31");
      database.change("update customer set currency = 'EUR' where id = " + dan.id());
      prim.untilTime("2026-04-03T12:00");
      String run = april("NEEDS_APPROVAL");
      database.change("update customer set currency = 'RON'");

      rest().post(run + "/approval", "").ok();
      JsonNode done = RunWatch.until(rest(), run, Set.of("COMPLETED", "NEEDS_APPROVAL"));
      if (done.path("state").asText().equals("NEEDS_APPROVAL")) {
        // It comes to more than what was approved
        rest().post(run + "/approval", "").ok();
        done = RunWatch.until(rest(), run, Set.of("COMPLETED"));
      }
      shown(done).has("issued", "2").has("parked", "0");
      shown(dan.invoiceOf("2026-04-03")).has("dueDate", "2026-04-13");
      assertThat(new Invariants(database).broken()).isEmpty();
    }
  }
}
