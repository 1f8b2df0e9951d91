package org.kontor.web.text;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.text.Language;

/** The words of all pages in one language. */
public final class Catalogue {

  /** The files; a key begins with its file's name. */
  static final List<String> GROUPS =
      List.of("common", "identity", "money", "service", "account", "access", "own", "help");

  /** A date that ends with "г." or "р." ends the sentence, too. */
  private static final Pattern TWO_STOPS = Pattern.compile("(\\d{4}\\h?[гр]\\.)\\.");

  private static final Map<Language, Catalogue> ALL = new HashMap<>();

  static {
    for (Language language : Language.values()) {
      ALL.put(language, new Catalogue(language));
    }
  }

  private final Language language;
  private final Map<String, String> patterns = new HashMap<>();

  private Catalogue(Language language) {
    this.language = language;
    for (String group : GROUPS) {
      Properties file = read(group + "_" + language.code() + ".properties");
      file.forEach((key, text) -> patterns.put((String) key, (String) text));
    }
  }

  public static Catalogue in(Language language) {
    return ALL.get(language);
  }

  /** All keys with their patterns. */
  Map<String, String> patterns() {
    return Map.copyOf(patterns);
  }

  public boolean has(String key) {
    return patterns.containsKey(key);
  }

  /**
   * A text with its figures.
   *
   * @param arguments what stands for {0}, {1}…; numbers decide on plurals
   * @return the key itself in brackets when there is no such text: seen at once, in any test
   */
  public String text(String key, Object... arguments) {
    String pattern = patterns.get(key);
    if (pattern == null) {
      return "[" + key + "]";
    }
    String text = new MessageFormat(pattern, language.locale()).format(arguments);
    return TWO_STOPS.matcher(text).replaceAll("$1");
  }

  /** A refusal in words: whatever group knows its code. */
  public Optional<String> problem(Problem problem) {
    return GROUPS.stream()
        .map(group -> group + ".problem." + problem.code())
        .filter(this::has)
        .findFirst()
        .map(key -> text(key, problem.data()));
  }

  private static Properties read(String name) {
    Properties file = new Properties();
    try (Reader reader =
        new InputStreamReader(Catalogue.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      file.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }
}
