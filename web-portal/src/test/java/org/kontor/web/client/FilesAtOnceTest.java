package org.kontor.web.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.text.Language;
import org.kontor.web.text.Catalogue;

class FilesAtOnceTest {

  private final FilesAtOnce files = new FilesAtOnce();

  @Test
  void who_takes_three_files_waits_for_one_of_them_and_nobody_else_does() {
    for (int i = 0; i < FilesAtOnce.MOST; i++) {
      files.begin(1);
    }
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> files.begin(1))
          .isInstanceOfSatisfying(
              Refused.class,
              refused -> {
                assertThat(refused.problem().code()).isEqualTo(ProblemCode.FILES_AT_ONCE);
                assertThat(refused.problem().data()).containsEntry("retryAfterSeconds", 60);
              });
    }
    files.begin(2);
    files.end(1);
    assertThatCode(() -> files.begin(1)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void the_refusal_has_words(Language language) {
    Problem problem = Problem.of(ProblemCode.FILES_AT_ONCE, "", "", "");
    assertThat(Catalogue.in(language).problem(problem)).isPresent();
  }
}
