package org.kontor.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.domain.identity.PasswordRule.Fault;

class PasswordRuleTest {

  private static final List<String> ANA =
      List.of("Ana Moldovan", "ana.moldovan@carpat.example", "prim");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery",
        "patru pisici pe acoperiș",
        "любой длинный пароль",
        "xK9#mQ2$vL5!",
        "ana moldovan loves green tea"
      })
  void what_is_long_and_its_own_is_good(String password) {
    assertThat(PasswordRule.fault(password, ANA)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "short,TOO_SHORT",
    "elevenchars,TOO_SHORT",
    "aaaaaaaaaaaaaaaa,MONOTONOUS",
    "abababababababab,MONOTONOUS",
    "123456789012345,MONOTONOUS",
    "qwertyuiopasdfgh,MONOTONOUS",
    "йцукенгшщзхъфыв,MONOTONOUS",
    "abcdefghijklmnop,MONOTONOUS",
    "AnaMoldovan123,GUESSED",
    "passwordpassword,GUESSED",
    "Password1234,GUESSED",
    "2026iloveyou!!,GUESSED",
    "123qweasdzxc,GUESSED",
    "moldovancarpat!,GUESSED"
  })
  void what_anybody_would_try_is_refused(String password, Fault fault) {
    assertThat(PasswordRule.fault(password, ANA)).contains(fault);
  }

  /** QUALITY S13: 3,000 at least; figures around one make it no better. */
  @Test
  void each_password_of_the_list_is_refused_also_with_figures_around_it() throws IOException {
    List<String> common;
    try (InputStream list = PasswordRule.class.getResourceAsStream("common-passwords.txt")) {
      common = new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
    assertThat(common).hasSizeGreaterThan(3_000);
    assertThat(common)
        .allSatisfy(
            word -> {
              boolean letters = word.matches("\\p{L}.*\\p{L}");
              String typed = letters ? "2026" + word + "12345678" : word;
              assertThat(PasswordRule.fault(typed, ANA)).isPresent();
            });
  }

  @Test
  void what_would_keep_the_hash_busy_is_refused() {
    String long256 = "ab cd ef gh ij kl ".repeat(20).substring(0, 256);
    assertThat(PasswordRule.fault(long256, ANA)).isEmpty();
    assertThat(PasswordRule.fault(long256 + "x", ANA)).contains(Fault.TOO_LONG);
  }
}
