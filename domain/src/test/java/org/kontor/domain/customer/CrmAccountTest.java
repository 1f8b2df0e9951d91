package org.kontor.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kontor.domain.customer.CrmAccount.Kind;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.rules.Proves;

class CrmAccountTest {

  private static CrmAccount account(String id, boolean hasFile, Kind... kinds) {
    return new CrmAccount(id, "Organisation " + id, Set.of(kinds), hasFile);
  }

  @Test
  @Proves("S1.7")
  void S1_7_clients_suppliers_banks_companies_and_authorities_are_crm_accounts() {
    List<CrmAccount> oneOfEach = new ArrayList<>();
    for (Kind kind : EnumSet.allOf(Kind.class)) {
      oneOfEach.add(account(kind.name(), true, kind));
    }
    assertThat(Kind.values())
        .contains(Kind.CLIENT, Kind.SUPPLIER, Kind.BANK, Kind.COMPANY, Kind.GOVERNMENT);
    assertThat(CrmAccount.count(oneOfEach)).isEqualTo(Kind.values().length);
  }

  @Test
  @Proves("S1.8")
  void S1_8_only_an_organisation_with_a_file_counts() {
    assertThat(
            CrmAccount.count(
                List.of(
                    account("A", true, Kind.CLIENT),
                    account("B", false, Kind.CLIENT),
                    account("C", false, Kind.BANK))))
        .isEqualTo(1);
  }

  @Test
  @Proves("S1.9")
  void S1_9_one_organisation_with_several_roles_is_one_crm_account() {
    assertThat(
            CrmAccount.count(
                List.of(
                    account("A", true, Kind.CLIENT, Kind.SUPPLIER, Kind.COMPANY),
                    account("A", true, Kind.BANK),
                    account("B", true, Kind.GOVERNMENT))))
        .isEqualTo(2);
  }

  @Test
  void an_organisation_without_a_kind_or_without_saying_of_its_file_is_refused_by_field() {
    assertThatThrownBy(() -> CrmAccount.checked("accounts[2].", "A", "A", List.of(), true))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.problem().field()).isEqualTo("accounts[2].kinds"));
    assertThatThrownBy(() -> CrmAccount.checked("", "A", "A", List.of(Kind.BANK), null))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.problem().field()).isEqualTo("hasFile"));
  }
}
