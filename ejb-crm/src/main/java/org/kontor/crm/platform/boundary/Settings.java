package org.kontor.crm.platform.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The values of {@link Setting}s, and what is wrong with them. */
@ApplicationScoped
public class Settings {

  static final String PREFIX = "kontor.";
  private static final String VARIABLE_PREFIX = "KONTOR_";

  /** What the server's configuration and the launcher read themselves. */
  private static final Set<String> SERVER_VARIABLES =
      Set.of(
          "KONTOR_DB_URL",
          "KONTOR_DB_USER",
          "KONTOR_DB_PASSWORD",
          "KONTOR_DB_POOL",
          "KONTOR_BATCH_THREADS",
          "KONTOR_IO_THREADS",
          "KONTOR_MAIL_HOST",
          "KONTOR_MAIL_PORT",
          "KONTOR_MAIL_TLS",
          "KONTOR_MAIL_SSL",
          "KONTOR_MAIL_TIMEOUT",
          "KONTOR_NODE",
          "KONTOR_BEHIND_PROXY",
          "KONTOR_HEAP",
          "KONTOR_JAVA_OPTS");

  private static final int SHORTEST_SECRET = 32;

  private final Function<String, String> source;
  private final Set<String> present;

  public Settings() {
    Config config = ConfigProvider.getConfig();
    source = key -> config.getOptionalValue(key, String.class).orElse(null);
    present =
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** With values given as they are. */
  Settings(Function<String, String> source, Set<String> present) {
    this.source = source;
    this.present = present;
  }

  public String text(Setting setting) {
    String value = source.apply(setting.key());
    return value == null || value.isBlank() ? setting.byDefault() : value.strip();
  }

  public long whole(Setting setting) {
    return Long.parseLong(text(setting));
  }

  public boolean flag(Setting setting) {
    return Boolean.parseBoolean(text(setting));
  }

  /** Null when it is empty. */
  public LocalDate date(Setting setting) {
    String value = text(setting);
    return value.isEmpty() ? null : LocalDate.parse(value);
  }

  public long maxBodyBytes() {
    return whole(Setting.MAX_BODY_BYTES);
  }

  /** The address of a vendor's client area. */
  public String clientArea(String vendor) {
    return text(Setting.CLIENT_AREA).replace("{vendor}", vendor);
  }

  public boolean isSimulated() {
    return text(Setting.CLOCK_MODE).equals(BookClock.SIMULATED);
  }

  /** Everything that forbids a start, in words that name the key and never a secret's value. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    Set<String> known = new TreeSet<>();
    Set<String> variables = new TreeSet<>(SERVER_VARIABLES);
    for (Setting setting : Setting.values()) {
      known.add(setting.key());
      variables.add(setting.variable());
    }
    for (String key : present) {
      if (key.startsWith(PREFIX) && !known.contains(key) && !isVariable(key, variables)) {
        faults.add("unknown setting " + key + "; known are " + known);
      } else if (key.startsWith(VARIABLE_PREFIX) && !variables.contains(key)) {
        faults.add("unknown environment variable " + key + "; known are " + variables);
      }
    }
    for (Setting setting : Setting.values()) {
      String expected = mismatch(setting);
      if (expected != null) {
        faults.add("setting " + setting.key() + " must be " + expected);
      }
    }
    return faults;
  }

  /** Some configuration sources show an environment variable under a dotted name, too. */
  private static boolean isVariable(String key, Set<String> variables) {
    return variables.contains(key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"));
  }

  /** Each setting with its value; secrets only as given or not. */
  public List<String> effective() {
    return Arrays.stream(Setting.values())
        .map(setting -> setting.key() + "=" + shown(setting))
        .toList();
  }

  private String shown(Setting setting) {
    String value = text(setting);
    if (!setting.secret()) {
      return value;
    }
    return value.isEmpty() ? "(not given)" : "(given)";
  }

  private String mismatch(Setting setting) {
    String value = text(setting);
    return switch (setting.type()) {
      case TEXT ->
          setting.secret() && !value.isEmpty() && value.length() < SHORTEST_SECRET
              ? "empty or at least " + SHORTEST_SECRET + " characters"
              : null;
      case WHOLE -> value.matches("\\d{1,15}") ? outOfBounds(setting) : "a whole number";
      case FLAG -> value.matches("true|false") ? null : "true or false";
      case PASSWORD -> null;
      case CHOICE ->
          setting.choices().contains(value) ? null : String.join(" or ", setting.choices());
      case DATE -> isDate(value) ? null : "empty or a date like 2026-03-01";
    };
  }

  private String outOfBounds(Setting setting) {
    long value = whole(setting);
    return switch (setting) {
      case IDEMPOTENCY_HOURS -> value < 24 ? "at least 24" : null;
      case MAIL_SIMULATION_SECONDS -> value < 0 || value > 3600 ? "0 to 3600" : null;
      case DRY_RUN_HOURS -> value < 1 || value > 8760 ? "1 to 8760" : null;
      case CALENDAR_ALARM_DAYS -> value > 366 ? "at most 366" : null;
      case ACCESS_TOKEN_MINUTES -> value < 1 || value > 1440 ? "1 to 1440" : null;
      case EXPORT_BYTES -> value < 1 << 20 ? "at least 1048576" : null;
      case STALLED_SECONDS -> value < 1 || value > 3600 ? "1 to 3600" : null;
      case MAIL_CONNECTIONS -> value < 1 || value > 16 ? "1 to 16" : null;
      default -> null;
    };
  }

  private static boolean isDate(String value) {
    try {
      return value.isEmpty() || LocalDate.parse(value) != null;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
