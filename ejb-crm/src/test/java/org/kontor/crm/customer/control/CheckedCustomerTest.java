package org.kontor.crm.customer.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kontor.crm.customer.boundary.CustomerChange;
import org.kontor.crm.customer.boundary.NewCustomer;
import org.kontor.crm.customer.boundary.NewPerson;
import org.kontor.domain.customer.VendorDirectory.Vendor;
import org.kontor.domain.policy.Seller.Address;
import org.kontor.domain.problem.Refused;

class CheckedCustomerTest {

  private static final Vendor PRIM =
      new Vendor(
          "prim",
          ZoneId.of("Europe/Bucharest"),
          "RON",
          List.of("ro", "en"),
          LocalDate.of(2026, 1, 1));
  private static final Address CLUJ = new Address("Strada Morii 4", "Cluj", "400001", "CJ", "RO");

  private static NewCustomer customer(Address address, String currency, String mail) {
    return new NewCustomer(
        "prim",
        "C-1",
        "Moara SRL",
        null,
        null,
        address,
        null,
        null,
        currency,
        null,
        null,
        new NewPerson("Ana Pop", mail, null, null));
  }

  private static String refusedField(NewCustomer sent) {
    Refused[] caught = new Refused[1];
    assertThatThrownBy(() -> CheckedCustomer.of(sent, PRIM))
        .isInstanceOfSatisfying(Refused.class, refused -> caught[0] = refused);
    return caught[0].problem().field();
  }

  @Test
  void what_is_not_said_is_the_vendors() {
    CheckedCustomer checked = CheckedCustomer.of(customer(CLUJ, null, "ana@example.ro"), PRIM);
    assertThat(checked.currency()).isEqualTo("RON");
    assertThat(checked.language()).isEqualTo("ro");
    assertThat(checked.mainAdministrator().language()).isEqualTo("ro");
    assertThat(checked.vatId()).isEmpty();
  }

  @Test
  void a_refusal_names_the_field_as_the_caller_wrote_it() {
    assertThat(refusedField(customer(null, null, "ana@example.ro"))).isEqualTo("address");
    assertThat(refusedField(customer(CLUJ, "LEI", "ana@example.ro"))).isEqualTo("currency");
    assertThat(refusedField(customer(CLUJ, null, "ana"))).isEqualTo("mainAdministrator.email");
  }

  @Test
  void accounts_are_in_the_currency_of_the_vendor() {
    assertThat(refusedField(customer(CLUJ, "EUR", "ana@example.ro"))).isEqualTo("currency");
    CheckedCustomer same = CheckedCustomer.of(customer(CLUJ, "RON", "ana@example.ro"), PRIM);
    assertThat(same.currency()).isEqualTo("RON");
  }

  @Test
  void a_text_that_is_no_vat_identifier_of_the_country_is_refused_when_made_and_when_changed() {
    assertThat(refusedField(withVatId("x"))).isEqualTo("vatId");
    assertThat(refusedField(withVatId("DE123456789"))).isEqualTo("vatId");
    assertThat(CheckedCustomer.of(withVatId("RO 1234.5674"), PRIM).vatId()).isEqualTo("RO12345674");
    CustomerChange change = change("x", null, null);
    assertThatThrownBy(() -> CheckedCustomer.of(change))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.problem().field()).isEqualTo("vatId"));
  }

  private static CustomerChange change(String vatId, List<String> further, String order) {
    return new CustomerChange("Moara SRL", null, vatId, CLUJ, null, further, "ro", order, null);
  }

  private static String refusedField(CustomerChange sent) {
    Refused[] caught = new Refused[1];
    assertThatThrownBy(() -> CheckedCustomer.of(sent))
        .isInstanceOfSatisfying(Refused.class, refused -> caught[0] = refused);
    return caught[0].problem().field();
  }

  @Test
  void who_does_not_know_of_further_addresses_and_purchase_orders_takes_none_away() {
    CheckedCustomer silent = CheckedCustomer.of(change(null, null, null));
    assertThat(silent.furtherEmails()).isNull();
    assertThat(silent.purchaseOrderReference()).isNull();
    CheckedCustomer emptied = CheckedCustomer.of(change(null, List.of(), " "));
    assertThat(emptied.furtherEmails()).isEmpty();
    assertThat(emptied.purchaseOrderReference()).isEmpty();
    CheckedCustomer fresh = CheckedCustomer.of(customer(CLUJ, null, "ana@example.ro"), PRIM);
    assertThat(fresh.furtherEmails()).isEmpty();
    assertThat(fresh.purchaseOrderReference()).isEmpty();
  }

  @Test
  void a_purchase_order_is_one_line_of_50_visible_characters() {
    assertThat(CheckedCustomer.of(change(null, null, " PO 1 ")).purchaseOrderReference())
        .isEqualTo("PO 1");
    assertThat(CheckedCustomer.of(change(null, null, "9".repeat(50))).purchaseOrderReference())
        .hasSize(50);
    for (String wrong : List.of("9".repeat(51), "PO\n1", "PO\u202E1")) {
      assertThat(refusedField(change(null, null, wrong))).isEqualTo("purchaseOrderReference");
    }
    assertThat(refusedField(change(null, List.of("a@b"), null))).isEqualTo("furtherEmails[0]");
  }

  private static NewCustomer withVatId(String vatId) {
    NewPerson ana = new NewPerson("Ana Pop", "ana@example.ro", null, null);
    return new NewCustomer(
        "prim", "C-1", "Moara SRL", null, vatId, CLUJ, null, null, null, null, null, ana);
  }

  @Test
  void a_search_text_means_itself() {
    assertThat(CustomerRows.containing(" 100%_A\\ ")).isEqualTo("%100\\%\\_a\\\\%");
  }
}
