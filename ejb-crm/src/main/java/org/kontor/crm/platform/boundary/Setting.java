package org.kontor.crm.platform.boundary;

import java.util.List;
import java.util.Locale;

/**
 * The one list of settings, read by MicroProfile Config. Unknown keys with our prefix are refused
 * at start; this list is what {@code docs/configuration.md} shows. All are read at start.
 */
public enum Setting {
  CLOCK_MODE(
      "kontor.clock.mode",
      Type.CHOICE,
      "SYSTEM",
      false,
      "SYSTEM in production, SIMULATED for demo, tests and training. Read when the book is begun;"
          + " a book never changes its mode."),
  BOOK_FROM(
      "kontor.clock.book-from",
      Type.DATE,
      "",
      false,
      "First business date that can be booked. Read when the book is begun; empty: that day."),
  BOOTSTRAP_KEY(
      "kontor.bootstrap.admin-key",
      Type.TEXT,
      "",
      true,
      "An API key of at least 32 characters with the scope admin, stored as its digest when there"
          + " is no live key at all."),
  MAX_BODY_BYTES(
      "kontor.rest.max-body-bytes",
      Type.WHOLE,
      "8388608",
      false,
      "Largest body of a REST call, in bytes."),
  IDEMPOTENCY_HOURS(
      "kontor.rest.idempotency-hours",
      Type.WHOLE,
      "72",
      false,
      "How long answers to calls with an Idempotency-Key are kept, at least 24."),
  DRY_RUN_HOURS(
      "kontor.runs.dry-hours",
      Type.WHOLE,
      "72",
      false,
      "How long the plan of a dry run can be read, in real hours from its start, 1 to 8760; then it"
          + " is thrown away as DELETE does, a part each minute."),
  CALENDAR_ALARM_DAYS(
      "kontor.calendar.alarm-days",
      Type.WHOLE,
      "92",
      false,
      "So many days before the year's end the next year's calendar of legal working days is asked"
          + " for: alarms, and degraded at the health page, while it is missing or provisional."),
  ACCESS_TOKEN_MINUTES(
      "kontor.access.token-minutes",
      Type.WHOLE,
      "15",
      false,
      "How long a signed access decision is good, in minutes, 1 to 1440. It never outlives the"
          + " decision itself."),
  KEYS_SECRET(
      "kontor.keys.secret",
      Type.TEXT,
      "",
      true,
      "Seals the private halves of the signing keys in the database; at least 32 random"
          + " characters. Empty: signed access decisions are refused. Whoever changes it rotates"
          + " the keys at once, for the old ones cannot be opened any more."),
  NODE_NAME(
      "kontor.node.name",
      Type.TEXT,
      "",
      false,
      "How this node is called in runs and heartbeats; no two nodes may share a name. Empty: the"
          + " host's name and a mark of the folder in which the server was started."),
  MAIL_MODE(
      "kontor.mail.mode",
      Type.CHOICE,
      "OFF",
      false,
      "SMTP sends mail and shows notices; OFF leaves the outbox waiting, and nothing is written."),
  MAIL_USER(
      "kontor.mail.user",
      Type.TEXT,
      "",
      false,
      "The user at the mail server; empty: as the server's mail session says, mostly without one."),
  MAIL_PASSWORD(
      "kontor.mail.password", Type.PASSWORD, "", true, "Its password at the mail server."),
  MAIL_ENVELOPE_FROM(
      "kontor.mail.envelope-from",
      Type.TEXT,
      "",
      false,
      "To whom the mail system reports what it cannot deliver; empty: to nobody, as automatic mail"
          + " should (RFC 3834). From and answers are the seller's address in its policy pack."),
  MAIL_CONNECTIONS(
      "kontor.mail.connections",
      Type.WHOLE,
      "1",
      false,
      "Connections of a node to the mail server, 1 to 16. A node that dies repeats at most one mail"
          + " for each, with the same Message-ID."),
  MAIL_SIMULATION_SECONDS(
      "kontor.mail.simulation-seconds",
      Type.WHOLE,
      "20",
      false,
      "How long one move of the simulated clock waits for documents by mail, in real seconds, 0 to"
          + " 3600; what is left goes out afterwards by itself. Other mail is always waited for."),
  CLIENT_AREA(
      "kontor.client-area.address",
      Type.TEXT,
      "http://{vendor}.localhost:8080/client",
      false,
      "The address of the client area as messages print it; {vendor} stands for the vendor's code."),
  EXPORT_BYTES(
      "kontor.client-area.export-bytes",
      Type.WHOLE,
      "4294967296",
      false,
      "How much of a node's disk the files of lists may take together while they are made and sent,"
          + " in bytes, at least 1048576; whoever asks for more is told to come again in a minute."),
  STALLED_SECONDS(
      "kontor.client-area.stalled-seconds",
      Type.WHOLE,
      "60",
      false,
      "How long a file of the client area waits for a reader who takes nothing of it, or who falls"
          + " behind 16 KiB a second by as much, in seconds, 1 to 3600; then the connection ends.");

  private final String key;
  private final Type type;
  private final String byDefault;
  private final boolean secret;
  private final String what;

  Setting(String key, Type type, String byDefault, boolean secret, String what) {
    this.key = key;
    this.type = type;
    this.byDefault = byDefault;
    this.secret = secret;
    this.what = what;
  }

  public String key() {
    return key;
  }

  /** The environment variable that sets it, as MicroProfile Config maps it. */
  public String variable() {
    return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  public Type type() {
    return type;
  }

  /** What a CHOICE may be. */
  public List<String> choices() {
    return switch (this) {
      case CLOCK_MODE -> List.of("SYSTEM", "SIMULATED");
      case MAIL_MODE -> List.of("OFF", "SMTP");
      default -> List.of();
    };
  }

  public String byDefault() {
    return byDefault;
  }

  /** Never printed. */
  public boolean secret() {
    return secret;
  }

  public String what() {
    return what;
  }

  /** How a value is read. */
  public enum Type {
    TEXT,
    PASSWORD,
    WHOLE,
    FLAG,
    CHOICE,
    DATE
  }
}
