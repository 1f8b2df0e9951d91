package org.kontor.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ejb.EJBException;
import jakarta.ejb.EJBTransactionRolledbackException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kontor.crm.platform.boundary.DatabaseFault;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

class FaultsTest {

  private static ProblemCode codeOf(Throwable thrown) {
    return Faults.expected(thrown).map(Problem::code).orElse(ProblemCode.INTERNAL);
  }

  @Test
  void a_refusal_is_found_however_deep_the_container_wrapped_it() {
    Exception refused = NotFound.of("customer");
    assertThat(codeOf(refused)).isEqualTo(ProblemCode.NOT_FOUND);
    assertThat(codeOf(new EJBException(new EJBTransactionRolledbackException("", refused))))
        .isEqualTo(ProblemCode.NOT_FOUND);
  }

  @ParameterizedTest
  @CsvSource({
    "23505, ALREADY_EXISTS",
    "40001, CONCURRENT_CHANGE",
    "40P01, CONCURRENT_CHANGE",
    "22021, INVALID_VALUE",
    "22003, INVALID_VALUE",
    "08006, UNAVAILABLE",
    "57P01, UNAVAILABLE",
    "53300, UNAVAILABLE",
    "23503, INTERNAL",
    "42501, INTERNAL"
  })
  void what_the_database_says_becomes_what_the_caller_can_do(String state, ProblemCode code) {
    SQLException fault = new SQLException("secret detail", state);
    assertThat(codeOf(new DatabaseFault(fault))).isEqualTo(code);
    assertThat(codeOf(new EJBException(new PersistenceException(fault)))).isEqualTo(code);
    Faults.expected(fault)
        .ifPresent(problem -> assertThat(problem.detail()).doesNotContain("secret"));
  }

  record Wanted(Long customer) {}

  @Test
  void a_number_beyond_all_bounds_is_named_by_its_field_however_it_is_wrapped() {
    try {
      Json.MAPPER.readValue("{\"customer\": 99999999999999999999999}", Wanted.class);
      throw new AssertionError("was read");
    } catch (JsonProcessingException fault) {
      Problem problem = Faults.expected(new EJBException(fault)).orElseThrow();
      assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_VALUE);
      assertThat(problem.field()).isEqualTo("customer");
    }
  }

  @Test
  void a_lost_race_for_a_version_is_a_concurrent_change() {
    assertThat(codeOf(new EJBTransactionRolledbackException("", new OptimisticLockException())))
        .isEqualTo(ProblemCode.CONCURRENT_CHANGE);
  }

  @Test
  void everything_else_is_ours() {
    assertThat(codeOf(new NullPointerException("secret"))).isEqualTo(ProblemCode.INTERNAL);
    Exception circle = new IllegalStateException();
    circle.initCause(new IllegalStateException(circle));
    assertThat(codeOf(circle)).isEqualTo(ProblemCode.INTERNAL);
  }
}
