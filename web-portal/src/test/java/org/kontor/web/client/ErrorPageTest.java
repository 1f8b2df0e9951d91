package org.kontor.web.client;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.resource.ResourceException;
import java.net.ConnectException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ErrorPageTest {

  @Test
  void a_database_that_cannot_be_reached_is_no_fault_of_the_page_however_deep_it_is_told() {
    assertThat(
            ErrorPage.databaseAway(
                new IllegalStateException(
                    new SQLException(
                        "IJ031084",
                        new ResourceException("no connection", new ConnectException())))))
        .isTrue();
    assertThat(ErrorPage.databaseAway(new SQLException("closed", "08006"))).isTrue();
    assertThat(ErrorPage.databaseAway(new SQLException("shutting down", "57P01"))).isTrue();
  }

  @Test
  void all_else_is_a_fault() {
    assertThat(ErrorPage.databaseAway(new SQLException("no such table", "42P01"))).isFalse();
    assertThat(ErrorPage.databaseAway(new IllegalStateException("ours"))).isFalse();
    assertThat(ErrorPage.databaseAway(null)).isFalse();
  }
}
