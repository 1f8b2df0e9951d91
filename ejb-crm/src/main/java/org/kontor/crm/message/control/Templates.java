package org.kontor.crm.message.control;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.kontor.domain.text.Language;
import org.kontor.domain.text.Wording;

/**
 * All texts that we write to customers: resources {@code messages/<language>.txt}. A section begins
 * with {@code === name}, its next line is the subject, the rest the text with a blank line between
 * paragraphs; lines that begin with {@code //} are remarks. Nobody's input is ever a template.
 */
public final class Templates {

  /** What stands around each mail's text: its subject line is the greeting. */
  static final String FRAME = "frame";

  private static final Templates ALL = new Templates();

  private final Map<Language, Map<String, Template>> byLanguage = new EnumMap<>(Language.class);

  private Templates() {
    for (Language language : Language.values()) {
      byLanguage.put(language, parse(resource(language), language));
    }
  }

  public static Templates all() {
    return ALL;
  }

  /** Whether there is a text of this name. */
  public boolean has(String name) {
    return byLanguage.get(Language.EN).containsKey(name) && !name.equals(FRAME);
  }

  /**
   * @throws IllegalArgumentException when there is no such text
   */
  public Template get(String name, Language language) {
    return Optional.ofNullable(byLanguage.get(language).get(name))
        .orElseThrow(() -> new IllegalArgumentException("no text " + name + " in " + language));
  }

  public Set<String> names(Language language) {
    return new TreeSet<>(byLanguage.get(language).keySet());
  }

  static Map<String, Template> parse(String source, Language language) {
    Map<String, Template> templates = new HashMap<>();
    for (String section : source.split("(?m)^=== ")) {
      String body = section.replaceAll("(?m)^//.*\\R?", "").strip();
      if (body.isEmpty()) {
        continue;
      }
      String[] parts = body.split("\\R", 3);
      if (parts.length < 3) {
        throw new IllegalArgumentException("a text needs a name, a subject and a body: " + body);
      }
      Template template =
          new Template(
              Wording.of(parts[1].strip(), language), Wording.of(parts[2].strip(), language));
      if (templates.put(parts[0].strip(), template) != null) {
        throw new IllegalArgumentException("two texts are called " + parts[0]);
      }
    }
    return templates;
  }

  private static String resource(Language language) {
    String name = "/messages/" + language.code() + ".txt";
    try (InputStream in = Templates.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + name, e);
    }
  }

  /** One text in one language. */
  public record Template(Wording subject, Wording text) {

    /** The names of the values that it needs. */
    public Set<String> arguments() {
      Set<String> all = subject.arguments();
      all.addAll(text.arguments());
      return all;
    }
  }
}
