package org.kontor.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.domain.text.Language;

class TextsTest {

  private static final Pattern USED = Pattern.compile("t\\.of\\('([\\w.]+)'[,)]");
  private static final Pattern LITERAL_TEXT =
      Pattern.compile(">\\s*([\\p{L}][\\p{L} ,.]{3,})\\s*<");

  @ParameterizedTest
  @EnumSource(Language.class)
  void each_language_says_everything_with_the_same_figures(Language language) {
    var english = Catalogue.in(Language.EN).patterns();
    var other = Catalogue.in(language).patterns();
    assertThat(other.keySet()).isEqualTo(english.keySet());
    english.forEach(
        (key, pattern) ->
            assertThat(arguments(other.get(key), language))
                .as("%s in %s", key, language)
                .isEqualTo(arguments(pattern, Language.EN)));
  }

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"RO", "RU", "UK", "ES"})
  void no_sentence_was_left_in_english(Language language) {
    Set<String> same =
        Catalogue.in(Language.EN).patterns().entrySet().stream()
            .filter(text -> text.getValue().split(" ").length > 2)
            .filter(
                text ->
                    text.getValue().equals(Catalogue.in(language).patterns().get(text.getKey())))
            .map(java.util.Map.Entry::getKey)
            .collect(Collectors.toSet());
    assertThat(same).isEmpty();
  }

  @Test
  void each_key_that_a_page_uses_exists() throws IOException {
    Set<String> missing = new TreeSet<>();
    for (Path page : pages()) {
      Matcher used = USED.matcher(Files.readString(page));
      while (used.find()) {
        if (!Catalogue.in(Language.EN).has(used.group(1))) {
          missing.add(page.getFileName() + ": " + used.group(1));
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void no_page_says_anything_by_itself() throws IOException {
    Set<String> spoken = new TreeSet<>();
    for (Path page : pages()) {
      Matcher literal = LITERAL_TEXT.matcher(Files.readString(page));
      while (literal.find()) {
        spoken.add(page.getFileName() + ": " + literal.group(1));
      }
    }
    assertThat(spoken).isEmpty();
  }

  private static Set<String> arguments(String pattern, Language language) {
    return new MessageFormat(pattern, language.locale()).getArgumentNames();
  }

  private static Set<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/webapp"))) {
      return files.filter(file -> file.toString().endsWith(".xhtml")).collect(Collectors.toSet());
    }
  }
}
