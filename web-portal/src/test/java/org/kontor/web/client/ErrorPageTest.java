package org.kontor.web.client;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.resource.ResourceException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.domain.text.Language;
import org.kontor.web.text.Catalogue;

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

  @ParameterizedTest
  @EnumSource(Language.class)
  void each_status_has_calm_words_of_its_own_in_each_language(Language language) {
    Catalogue texts = Catalogue.in(language);
    List<Integer> statuses = List.of(400, 403, 404, 405, 409, 415, 422, 429, 500, 503);
    assertThat(statuses.stream().map(ErrorPage::words).map(texts::text))
        .doesNotHaveDuplicates()
        .noneMatch(words -> words.startsWith("["));
    assertThat(statuses.stream().map(status -> texts.text(ErrorPage.words(status) + ".what")))
        .doesNotHaveDuplicates()
        .noneMatch(words -> words.startsWith("["));
  }

  @Test
  void what_is_gone_is_not_there_and_what_nobody_foresaw_could_not_be_read() {
    assertThat(ErrorPage.words(410)).isEqualTo(ErrorPage.words(404));
    assertThat(ErrorPage.words(413)).isEqualTo(ErrorPage.words(400));
    assertThat(ErrorPage.words(502)).isEqualTo(ErrorPage.words(500));
  }
}
