package org.kontor.crm.platform.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import jakarta.persistence.PessimisticLockException;
import jakarta.resource.ResourceException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlStatesTest {

  private static final SQLException CUT = new SQLException("terminating connection", "57P01");

  @Test
  void a_cut_is_found_behind_what_persistence_makes_of_it() {
    PessimisticLockException lock = new PessimisticLockException("select … for update", CUT);
    EJBException failure = new EJBException(lock);
    assertThat(SqlStates.first(failure)).contains("57P01");
    assertThat(SqlStates.isAway(failure)).isTrue();
  }

  @Test
  void a_cut_at_the_commit_is_found_among_what_was_suppressed() {
    RollbackException commit = new RollbackException("could not commit");
    commit.addSuppressed(new IllegalStateException(CUT));
    assertThat(SqlStates.isAway(new EJBException(commit))).isTrue();
  }

  @Test
  void a_pool_without_connections_is_a_database_that_is_away() {
    SQLException none = new SQLException("IJ031084", new ResourceException("no connection"));
    assertThat(SqlStates.isAway(new DatabaseFault(none))).isTrue();
  }

  @Test
  void what_the_pool_says_of_a_transaction_that_is_over_is_no_absence() {
    SQLException late = new SQLException("Transaction cannot proceed: STATUS_MARKED_ROLLBACK");
    assertThat(SqlStates.isAway(new DatabaseFault(late))).isFalse();
    DatabaseFault own = new DatabaseFault(new SQLException("twice", "23505"));
    own.addSuppressed(late);
    assertThat(SqlStates.isAway(own)).isFalse();
  }

  @Test
  void the_database_is_quoted_before_whoever_wrapped_or_hid_its_word() {
    RollbackException commit = new RollbackException("could not commit");
    commit.initCause(new IllegalStateException("heuristic"));
    assertThat(SqlStates.telling(new EJBException(commit))).hasMessage("heuristic");
    commit.addSuppressed(new IllegalStateException(CUT));
    assertThat(SqlStates.telling(new EJBException(commit))).isSameAs(CUT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "22003", "40P01", "42P01", "57014", "P0001"})
  void what_the_database_refuses_does_not_mean_that_it_is_away(String state) {
    DatabaseFault fault = new DatabaseFault(new SQLException("refused", state));
    assertThat(SqlStates.first(fault)).contains(state);
    assertThat(SqlStates.isAway(fault)).isFalse();
  }

  @Test
  void failures_of_our_own_say_nothing_of_the_database_even_in_a_circle() {
    IllegalStateException one = new IllegalStateException("one");
    IllegalStateException other = new IllegalStateException("other", one);
    one.initCause(other);
    assertThat(SqlStates.first(one)).isEmpty();
    assertThat(SqlStates.isAway(one)).isFalse();
  }
}
