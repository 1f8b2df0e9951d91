package org.kontor.crm.calendar.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kontor.crm.calendar.boundary.CalendarError;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.time.CalendarCheck;
import org.kontor.domain.time.CalendarDay;
import org.kontor.domain.time.CalendarYear;
import org.kontor.domain.time.DayKind;
import org.kontor.domain.time.SuspendedPeriod;

/**
 * Reads a year's calendar from YAML or JSON: first its form, then its meaning ({@link
 * CalendarCheck}); every mistake with its place and remedy.
 */
public final class CalendarText {

  /** A year has few exceptions; more than this is a mistake or an attack. */
  public static final int LONGEST = 100_000;

  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");
  private static final String NEEDED = "Write it as the calendars that come with the product do.";

  private final PlacedTree tree;

  private CalendarText(PlacedTree tree) {
    this.tree = tree;
  }

  /**
   * The calendar, when there is no mistake in it.
   *
   * @throws org.kontor.domain.problem.Refused CALENDAR_INVALID with {@code data.errors}
   */
  public static CalendarYear require(String text) {
    if (text.length() > LONGEST) {
      throw invalid(
          List.of(
              new CalendarError(
                  1,
                  1,
                  "",
                  "The text is longer than " + LONGEST,
                  "Send one year of one country.")));
    }
    CalendarText reading = new CalendarText(PlacedTree.read(text));
    if (reading.tree.errors().isEmpty()) {
      CalendarYear year = reading.year(reading.tree.root());
      if (reading.tree.errors().isEmpty()) {
        CalendarCheck.check(year)
            .forEach(fault -> reading.tree.errorAt(fault.path(), fault.reason(), fault.mend()));
      }
      if (reading.tree.errors().isEmpty()) {
        return year;
      }
    }
    throw invalid(reading.tree.errors());
  }

  private static RuntimeException invalid(List<CalendarError> errors) {
    CalendarError first = errors.get(0);
    String more = errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more)";
    return new Problem(
            ProblemCode.CALENDAR_INVALID,
            first.path(),
            "Line " + first.line() + ", column " + first.column() + ": " + first.reason() + more,
            first.mend(),
            Map.of("errors", errors))
        .asException();
  }

  private CalendarYear year(JsonNode node) {
    names(
        node,
        "",
        Set.of("country", "year", "version", "provisional", "source", "days", "suspended"));
    return new CalendarYear(
        text(node, "", "country", COUNTRY::matcher, "a country like ES or a region like ES-MD"),
        number(node, "year", "a year like 2027"),
        number(node, "version", "the version, one more than the last"),
        needed(node, "", "source"),
        flag(node),
        list(node, "days", true, this::day),
        list(node, "suspended", false, this::suspended));
  }

  private CalendarDay day(JsonNode node, String path) {
    names(node, path, Set.of("date", "kind", "name"));
    String kind = needed(node, path, "kind");
    List<String> kinds = Arrays.stream(DayKind.values()).map(DayKind::name).toList();
    if (!kind.isEmpty() && !kinds.contains(kind)) {
      tree.errorAt(path + ".kind", "There is no kind " + kind, "Use one of " + kinds + ".");
    }
    LocalDate date = date(node, path, "date", true);
    String name = needed(node, path, "name");
    return tree.errors().isEmpty() ? new CalendarDay(date, DayKind.valueOf(kind), name) : null;
  }

  private SuspendedPeriod suspended(JsonNode node, String path) {
    names(node, path, Set.of("from", "to", "source"));
    LocalDate from = date(node, path, "from", true);
    LocalDate to = date(node, path, "to", false);
    String source = needed(node, path, "source");
    return tree.errors().isEmpty() ? new SuspendedPeriod(from, to, source) : null;
  }

  private void names(JsonNode node, String path, Set<String> known) {
    if (!node.isObject()) {
      tree.errorAt(path, "A list of names and values is expected here", NEEDED);
      return;
    }
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                tree.errorAt(
                    child(path, name),
                    "There is no setting " + name,
                    "Use " + known.stream().sorted().collect(Collectors.joining(", ")) + ".");
              }
            });
  }

  private <T> List<T> list(JsonNode node, String name, boolean needed, Entry<T> entry) {
    JsonNode list = node.path(name);
    if (!list.isArray()) {
      if (needed || !list.isMissingNode()) {
        tree.errorAt(name, "A list is expected in " + name, NEEDED);
      }
      return List.of();
    }
    List<T> entries = new ArrayList<>();
    for (JsonNode each : list) {
      T read = entry.read(each, name + "[" + entries.size() + "]");
      entries.add(read);
    }
    return tree.errors().isEmpty() ? entries : List.of();
  }

  private String needed(JsonNode node, String path, String name) {
    String value = node.path(name).asText("").strip();
    if (value.isEmpty()) {
      tree.errorAt(child(path, name), name + " is missing", NEEDED);
    }
    return value;
  }

  private String text(
      JsonNode node,
      String path,
      String name,
      Function<String, java.util.regex.Matcher> form,
      String expected) {
    String value = needed(node, path, name);
    if (!value.isEmpty() && !form.apply(value).matches()) {
      tree.errorAt(child(path, name), name + " cannot be read", "Write " + expected + ".");
    }
    return value;
  }

  private int number(JsonNode node, String name, String expected) {
    String value = text(node, "", name, NUMBER::matcher, expected);
    return NUMBER.matcher(value).matches() ? Integer.parseInt(value) : 0;
  }

  private boolean flag(JsonNode node) {
    String value = node.path("provisional").asText("false");
    if (!value.matches("true|false")) {
      tree.errorAt("provisional", "provisional is neither true nor false", "Write true or false.");
    }
    return Boolean.parseBoolean(value);
  }

  private LocalDate date(JsonNode node, String path, String name, boolean needed) {
    String value = needed ? needed(node, path, name) : node.path(name).asText("");
    try {
      return value.isEmpty() ? null : LocalDate.parse(value);
    } catch (DateTimeException e) {
      tree.errorAt(
          child(path, name), value + " is no date of the calendar", "Write it like 2027-01-04.");
      return null;
    }
  }

  private static String child(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** Reads one entry of a list. */
  @FunctionalInterface
  private interface Entry<T> {
    T read(JsonNode node, String path);
  }
}
