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
    CustomerChange change = new CustomerChange("Moara SRL", null, "x", CLUJ, null, "ro", null);
    assertThatThrownBy(() -> CheckedCustomer.of(change))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.problem().field()).isEqualTo("vatId"));
  }

  private static NewCustomer withVatId(String vatId) {
    NewPerson ana = new NewPerson("Ana Pop", "ana@example.ro", null, null);
    return new NewCustomer("prim", "C-1", "Moara SRL", null, vatId, CLUJ, null, null, null, ana);
  }

  @Test
  void a_search_text_means_itself() {
    assertThat(CustomerRows.containing(" 100%_A\\ ")).isEqualTo("%100\\%\\_a\\\\%");
  }
}
