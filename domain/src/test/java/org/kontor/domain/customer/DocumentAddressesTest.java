package org.kontor.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;

class DocumentAddressesTest {

  private static final String FIELD = "furtherEmails";

  private static Problem refused(String... sent) {
    Problem[] caught = new Problem[1];
    assertThatThrownBy(() -> DocumentAddresses.checkedFurther(FIELD, Arrays.asList(sent)))
        .isInstanceOfSatisfying(Refused.class, refused -> caught[0] = refused.problem());
    return caught[0];
  }

  @Test
  void further_addresses_are_stored_in_lower_case_and_each_once() {
    assertThat(
            DocumentAddresses.checkedFurther(
                FIELD, List.of(" B@x.example", "a@x.example", "b@X.example")))
        .containsExactly("b@x.example", "a@x.example");
    assertThat(DocumentAddresses.checkedFurther(FIELD, List.of())).isEmpty();
    for (List<String> each : List.of(List.<String>of(), List.of("a@x.example", "b@x.example"))) {
      assertThat(DocumentAddresses.read(DocumentAddresses.stored(each))).isEqualTo(each);
    }
  }

  @Test
  void a_refusal_names_the_address_by_its_place_or_says_that_there_are_too_many() {
    assertThat(refused("a@x.example", "nowhere").field()).isEqualTo("furtherEmails[1]");
    assertThat(refused((String) null).code()).isEqualTo(ProblemCode.MISSING_VALUE);
    assertThat(refused("a@x.example", " ").field()).isEqualTo("furtherEmails[1]");
    Problem many =
        refused(
            "1@x.example", "2@x.example", "3@x.example", "4@x.example", "5@x.example", "6@x.eu");
    assertThat(many.field()).isEqualTo(FIELD);
    assertThat(many.code()).isEqualTo(ProblemCode.INVALID_VALUE);
  }

  @Test
  void five_are_not_too_many_and_one_that_is_repeated_counts_once() {
    List<String> five =
        List.of("1@x.example", "2@x.example", "3@x.example", "4@x.example", "5@x.example");
    assertThat(DocumentAddresses.checkedFurther(FIELD, five)).hasSize(5);
    assertThat(DocumentAddresses.tooMany(five)).isFalse();
    List<String> again =
        List.of(
            "1@x.example",
            "2@x.example",
            "3@x.example",
            "4@x.example",
            "5@x.example",
            "1@X.example ");
    assertThat(DocumentAddresses.tooMany(again)).isFalse();
    assertThat(DocumentAddresses.checkedFurther(FIELD, again)).hasSize(5);
  }

  @Test
  void what_is_no_address_is_told_in_its_order() {
    assertThat(DocumentAddresses.wrong(List.of("x", "a@x.example", "Ana <a@x.example>", "")))
        .containsExactly("x", "Ana <a@x.example>", "");
  }

  @Test
  void mail_that_waits_follows_the_main_address_and_goes_nowhere_where_it_was_taken_away() {
    DocumentAddresses before = addresses("main@x.example", "a@x.example", "b@x.example");
    DocumentAddresses now = addresses("new@x.example", "b@x.example", "c@x.example");
    assertThat(before.heir("main@x.example", now)).contains("new@x.example");
    assertThat(before.heir("a@x.example", now)).isEmpty();
    assertThat(before.heir("b@x.example", now)).contains("b@x.example");
    assertThat(before.heir("somebody@x.example", now)).contains("somebody@x.example");
    assertThat(before.heir("main@x.example", addresses("")))
        .as("nobody knows a better one")
        .contains("main@x.example");
    assertThat(before.heir("a@x.example", addresses("a@x.example"))).contains("a@x.example");
  }

  @Test
  void addresses_that_change_places_both_get_what_waits_for_them() {
    DocumentAddresses before = addresses("main@x.example", "a@x.example");
    DocumentAddresses now = addresses("a@x.example", "main@x.example");
    assertThat(before.heir("main@x.example", now)).contains("main@x.example");
    assertThat(before.heir("a@x.example", now)).contains("a@x.example");
  }

  private static DocumentAddresses addresses(String main, String... further) {
    return new DocumentAddresses(main, List.of(further));
  }
}
