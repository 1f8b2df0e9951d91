package org.kontor.domain.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kontor.domain.customer.Role;
import org.kontor.domain.message.Addressee.Member;

class AddresseeTest {

  private static final Addressee OFFICE = new Addressee(null, "office@x.example", "", "ro");
  private static final Addressee NOBODY = new Addressee(null, "", "", "ro");
  private static final Member MAIN = member(1, Role.MAIN_ADMINISTRATOR, "main@x.example");
  private static final Member ADMIN = member(2, Role.ADMINISTRATOR, "admin@x.example");
  private static final Member STAFF = member(3, Role.STAFF, "staff@x.example");
  private static final List<Member> PEOPLE = List.of(MAIN, ADMIN, STAFF);

  @Test
  void each_audience_means_its_people() {
    assertThat(to(MessageAudience.MAIN_ADMINISTRATOR)).containsExactly("main@x.example");
    assertThat(to(MessageAudience.ADMINISTRATOR))
        .as("the owner is an administrator, too (S3.14)")
        .containsExactly("main@x.example", "admin@x.example");
    assertThat(to(MessageAudience.STAFF)).containsExactly("staff@x.example");
    assertThat(to(MessageAudience.ALL))
        .containsExactly("main@x.example", "admin@x.example", "staff@x.example");
  }

  @Test
  void documents_go_to_their_address_else_to_the_main_administrator() {
    assertThat(to(MessageAudience.BILLING)).containsExactly("office@x.example");
    assertThat(Addressee.of(MessageAudience.BILLING, NOBODY, List.of(), PEOPLE, Set.of()))
        .containsExactly(MAIN.who());
  }

  @Test
  void documents_pass_an_address_that_bounces() {
    assertThat(
            Addressee.of(
                MessageAudience.BILLING, OFFICE, List.of(), PEOPLE, Set.of("office@x.example")))
        .containsExactly(MAIN.who());
    assertThat(
            Addressee.of(
                MessageAudience.BILLING, OFFICE, List.of(), List.of(), Set.of("office@x.example")))
        .as("nobody else is there: the address shows as undeliverable")
        .containsExactly(OFFICE);
  }

  @Test
  void documents_go_to_the_further_addresses_as_well_and_nothing_else_does() {
    Addressee books = new Addressee(null, "books@x.example", "", "ro");
    Addressee same = new Addressee(null, "main@x.example", "", "ro");
    List<Addressee> further = List.of(books, same, OFFICE);
    assertThat(Addressee.of(MessageAudience.DOCUMENTS, OFFICE, further, PEOPLE, Set.of()))
        .containsExactly(OFFICE, books, same);
    assertThat(Addressee.of(MessageAudience.DOCUMENTS, NOBODY, further, PEOPLE, Set.of()))
        .as("the main administrator has that address, and gets it once")
        .containsExactly(MAIN.who(), books, OFFICE);
    assertThat(
            Addressee.of(
                MessageAudience.DOCUMENTS,
                OFFICE,
                List.of(books),
                PEOPLE,
                Set.of("office@x.example")))
        .containsExactly(MAIN.who(), books);
    assertThat(Addressee.of(MessageAudience.DOCUMENTS, NOBODY, List.of(books), List.of(), Set.of()))
        .containsExactly(books);
    for (MessageAudience other : MessageAudience.values()) {
      if (other != MessageAudience.DOCUMENTS) {
        assertThat(Addressee.of(other, OFFICE, List.of(books), PEOPLE, Set.of()))
            .doesNotContain(books);
      }
    }
  }

  @Test
  void an_address_gets_a_mail_once_however_it_is_spelt() {
    Member again = member(4, Role.ADMINISTRATOR, " MAIN@X.example ");
    assertThat(
            Addressee.of(
                MessageAudience.ADMINISTRATOR, NOBODY, List.of(), List.of(MAIN, again), Set.of()))
        .containsExactly(MAIN.who());
  }

  @Test
  void who_has_no_address_gets_none() {
    Member silent = member(5, Role.MAIN_ADMINISTRATOR, "");
    for (MessageAudience audience : MessageAudience.values()) {
      assertThat(Addressee.of(audience, NOBODY, List.of(), List.of(silent), Set.of())).isEmpty();
    }
  }

  private static List<String> to(MessageAudience audience) {
    return Addressee.of(audience, OFFICE, List.of(), PEOPLE, Set.of()).stream()
        .map(Addressee::email)
        .toList();
  }

  private static Member member(long id, Role role, String email) {
    return new Member(role, new Addressee(id, email, "Person " + id, "ro"));
  }
}
