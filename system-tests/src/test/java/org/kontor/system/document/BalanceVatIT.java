package org.kontor.system.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.system.story.Shown.shown;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
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

/** VAT of what is charged on the balance (STANDARDS D.5). */
@SystemTest
class BalanceVatIT extends Story {

  private static Pack taxedAtOnce() {
    return Pack.trusting("intrum")
        .with("category: E", "category: S")
        .with("rate: 0", "rate: 20")
        .with("pricesInclude: false", "pricesInclude: true")
        .with("vatMode: NO_VAT_RECEIPT", "vatMode: ADVANCE_INVOICE");
  }

  @Test
  void a_payment_onto_a_balance_that_is_taxed_at_once_has_its_advance_invoice_as_a_top_up_has() {
    Vendor intrum = Book.begin(rest(), "2026-03-02").vendor("intrum", taxedAtOnce());
    Customer crane = intrum.customer("Crane");
    crane.pays("1200.00", "RUB", "bank-transfer", "crane 1").ok();
    assertThat(crane.invoices()).hasSize(1);
    shown(crane.invoices().get(0))
        .has("purpose", "ADVANCE")
        .has("net", "1000.00")
        .has("vat", "200.00")
        .has("amountDue", "0.00");
    assertThat(crane.balance()).isEqualByComparingTo("1200.00");

    Subscription crm = crane.subscribes("crm", Map.of());
    crm.uses("headcount", 3).ok();
    intrum.until("2026-03-10");
    assertThat(crane.charged()).isPositive();
    try (Database database = database()) {
      assertThat(
              database.number(
                  "select debit_minor - credit_minor from ledger_account"
                      + " where kind = 'ADVANCE_VAT' and vendor_code = 'intrum'"))
          .as("VAT accounted and not used up yet")
          .isPositive()
          .isLessThan(20_000);
      assertThat(new Invariants(database).broken()).isEmpty();
    }
  }

  /**
   * What was taxed when it came is used up with that tax, whatever the rate is then (Art. 65, 93).
   */
  @Test
  void a_new_rate_of_vat_changes_top_ups_from_then_on_and_no_earlier_one() {
    Book book = Book.begin(rest(), "2026-03-02");
    Vendor intrum = book.vendor("intrum", taxedAtOnce());
    Customer crane = intrum.customer("Crane");
    crane.topsUp("1200.00", "RUB", "bank-transfer", "crane 1").ok();
    crane.subscribes("crm", Map.of()).uses("headcount", 3).ok();
    book.load(
        "intrum", taxedAtOnce().with("rate: 20", "rate: 22").version(2, LocalDate.of(2026, 3, 8)));
    intrum.until("2026-03-10");
    crane.topsUp("1220.00", "RUB", "bank-transfer", "crane 2").ok();
    shown(crane.invoices().get(1)).has("net", "1000.00").has("vat", "220.00");
    intrum.until("2026-03-20");
    assertThat(crane.balance()).isPositive();
    while (crane.balance().signum() > 0) {
      book.until(book.now().plusSeconds(86_400));
    }
    try (Database database = database()) {
      BigDecimal debt = crane.balance().negate();
      long vatOfDebt =
          debt.movePointRight(2)
              .multiply(new BigDecimal(22))
              .divide(new BigDecimal(122), 0, RoundingMode.HALF_UP)
              .longValueExact();
      assertThat(
              database.number(
                  "select credit_minor - debit_minor from ledger_account"
                      + " where kind = 'ADVANCE_VAT' and vendor_code = 'intrum'"))
          .as("420.00 were accounted and are used up; only the debt's VAT is to come")
          .isEqualTo(vatOfDebt);
      assertThat(new Invariants(database).broken()).isEmpty();
    }
  }

  @Test
  void a_balance_keeps_the_way_in_which_it_is_taxed() {
    Book book = Book.begin(rest(), "2026-03-02");
    book.vendor("intrum", taxedAtOnce());
    Pack changed =
        taxedAtOnce()
            .with("vatMode: ADVANCE_INVOICE", "vatMode: NO_VAT_RECEIPT")
            .version(2, LocalDate.of(2026, 6, 1));
    assertThat(
            rest()
                .call(
                    "POST",
                    "policy-packs",
                    changed.source(),
                    Map.of("Content-Type", "application/yaml"))
                .refused("POLICY_INVALID")
                .at("/data/errors/0/path")
                .asText())
        .isEqualTo("wallet.vatMode");
  }

  @Test
  void a_buyer_charged_with_vat_cannot_become_one_who_owes_none() {
    Vendor prim =
        Book.begin(rest(), "2026-03-02")
            .vendor(
                "prim",
                Pack.trusting("prim")
                    .with("timing: MONTHLY_ADVANCE", "timing: DAILY")
                    .with("pricesInclude: false", "pricesInclude: true"));
    Customer alfa = prim.customer("Alfa");
    move(alfa, "DE", "DE123456789").ok();
    move(alfa, "RO", "").ok();
    Subscription start = alfa.subscribes("start", Map.of());
    shown(move(alfa, "DE", "DE123456789").refused("CONDITIONS_NOT_MET"))
        .has("field", "address.country");
    move(alfa, "US", "").refused("CONDITIONS_NOT_MET");
    move(alfa, "DE", "").ok(); // a consumer of another member state is charged with VAT
    shown(move(alfa, "DE", "DE123456789").refused("CONDITIONS_NOT_MET")).has("field", "vatId");
    start.cancels().ok();
    prim.until("2026-05-02");
    move(alfa, "DE", "DE123456789").ok();
  }

  private org.kontor.system.story.Answer move(Customer customer, String country, String vatId) {
    Map<String, Object> body = new HashMap<>(customer.vendor().request("Alfa"));
    body.remove("vendor");
    body.remove("reference");
    body.remove("mainAdministrator");
    body.put("vatId", vatId);
    body.put(
        "address",
        Map.of(
            "line", "Street 1",
            "city", "City",
            "postCode", "10115",
            "subdivision", country.equals("RO") ? "CJ" : "",
            "country", country));
    return rest().put("customers/" + customer.id(), body);
  }
}
