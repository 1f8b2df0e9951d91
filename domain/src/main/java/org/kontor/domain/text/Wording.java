package org.kontor.domain.text;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.Texts;

/**
 * A text of ours with places for values: {@code {name}}, plurals {@code {days, plural, one{# day}
 * other{# days}}} and choices {@code {kind, select, a{…} other{…}}}, nothing else. Values are put
 * in as they are: whatever they contain stays literal (QUALITY S6).
 */
public final class Wording {

  private final String pattern;
  private final Language language;
  private final Set<String> arguments;

  private Wording(String pattern, Language language, Set<String> arguments) {
    this.pattern = pattern;
    this.language = language;
    this.arguments = arguments;
  }

  /**
   * Reads a text.
   *
   * @throws IllegalArgumentException when its braces do not match, or it asks for a format of its
   *     own or for a numbered value
   */
  public static Wording of(String pattern, Language language) {
    MessagePattern parsed = new MessagePattern(pattern);
    Set<String> arguments = new TreeSet<>();
    for (int i = 0; i < parsed.countParts(); i++) {
      Part part = parsed.getPart(i);
      if (part.getType() == Part.Type.ARG_START && part.getArgType() == ArgType.SIMPLE) {
        throw new IllegalArgumentException("only plural and select are allowed: " + pattern);
      }
      if (part.getType() == Part.Type.ARG_NUMBER) {
        throw new IllegalArgumentException("values have names, not numbers: " + pattern);
      }
      if (part.getType() == Part.Type.ARG_NAME) {
        arguments.add(parsed.getSubstring(part));
      }
    }
    return new Wording(pattern, language, arguments);
  }

  /** The names of the values that it needs, in alphabetical order. */
  public Set<String> arguments() {
    return new TreeSet<>(arguments);
  }

  /**
   * @param values see the values of a message draft; more than needed is left aside
   * @param zone in which moments are shown
   * @throws IllegalArgumentException when one is missing
   */
  public String with(Map<String, Object> values, ZoneId zone) {
    Map<String, Object> shown = new HashMap<>();
    for (String name : arguments) {
      Object value = values.get(name);
      if (value == null) {
        throw new IllegalArgumentException("no value for {" + name + "} in: " + pattern);
      }
      shown.put(name, shown(value, zone));
    }
    String text = new MessageFormat(pattern, ULocale.forLocale(language.locale())).format(shown);
    // A year that ends in a dot ends the sentence, too
    return text.replace("\u00a0г..", "\u00a0г.").replace("\u00a0р..", "\u00a0р.");
  }

  private Object shown(Object value, ZoneId zone) {
    Formats formats = Formats.in(language);
    if (value instanceof Money money) {
      return formats.money(money);
    } else if (value instanceof LocalDate date) {
      return formats.date(date);
    } else if (value instanceof YearMonth month) {
      return formats.month(month);
    } else if (value instanceof Instant moment) {
      return formats.moment(moment, zone);
    } else if (value instanceof Texts texts) {
      return texts.in(language.code());
    }
    return value;
  }
}
