package org.kontor.system.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.kontor.system.rig.Database;
import org.kontor.system.story.Answer;
import org.kontor.system.story.Subscription;

/**
 * What was foretold of one subscription, in the words in which the database tells what happened.
 */
record Foretelling(Subscription subscription, JsonNode answer) {

  private static final List<String> ROLES = List.of("MAIN_ADMINISTRATOR", "ADMINISTRATOR", "STAFF");

  static Foretelling of(Subscription subscription, LocalDate until, String pay) {
    String path = "subscriptions/" + subscription.id() + "/timeline?detail=DAYS&until=" + until;
    return new Foretelling(
        subscription,
        subscription
            .customer()
            .vendor()
            .book()
            .rest()
            .get(pay == null ? path : path + "&pay=" + pay)
            .ok());
  }

  Instant now() {
    return Instant.parse(answer.path("now").asText());
  }

  private List<String> lines(String kind, Function<JsonNode, String> line) {
    return StreamSupport.stream(answer.path("events").spliterator(), false)
        .filter(event -> event.path("kind").asText().equals(kind))
        .filter(event -> event.path("subscriptionId").asLong() == subscription.id())
        .map(line)
        .sorted()
        .toList();
  }

  List<String> charges() {
    return lines("CHARGE", event -> event.path("day").asText() + " " + minor(event));
  }

  List<String> invoices() {
    return lines(
        "INVOICE",
        event ->
            event.path("day").asText()
                + " "
                + minor(event)
                + " due "
                + event.path("facts").path("due").asText());
  }

  List<String> reminders() {
    return lines("INVOICE_REMINDER", event -> event.path("day").asText());
  }

  List<String> notices() {
    return lines(
        "NOTICE",
        event -> event.path("day").asText() + " " + event.path("facts").path("daysLeft").asText());
  }

  List<String> days(String kind) {
    return lines(kind, event -> event.path("day").asText());
  }

  /** Stages that somebody notices. */
  List<String> stages() {
    List<String> felt = new ArrayList<>();
    for (JsonNode event : answer.path("events")) {
      if (event.path("kind").asText().equals("ACCESS")
          && event.path("stage").asInt() > 0
          && event.path("subscriptionId").asLong() == subscription.id()
          && !effects(event).equals(List.of("FULL", "FULL", "FULL"))) {
        felt.add(event.path("at").asText() + " " + event.path("stage").asInt());
      }
    }
    return felt;
  }

  /** What everybody can do at a moment. */
  List<String> effectsAt(Instant moment) {
    List<String> effects = null;
    for (JsonNode event : answer.path("events")) {
      boolean ours = event.path("subscriptionId").asLong() == subscription.id();
      boolean before = !Instant.parse(event.path("at").asText()).isAfter(moment);
      if (ours && before && event.path("kind").asText().equals("ACCESS")) {
        effects = effects(event);
      }
    }
    return effects;
  }

  private static List<String> effects(JsonNode event) {
    return ROLES.stream()
        .map(role -> event.path("audience").path(role).path("effect").asText())
        .toList();
  }

  private static String minor(JsonNode event) {
    BigDecimal amount = Answer.decimal(event.path("amount"));
    return amount.movePointRight(2).toBigIntegerExact().toString();
  }

  // What really happened -----------------------------------------------------------------------

  List<String> charged(Database database, LocalDate until) {
    return column(
        database,
        "select business_date || ' ' || sum(amount_minor) from charge where subscription_id = ?"
            + " and recorded_at > ?::timestamptz and business_date <= ?::date"
            + " group by business_date order by 1",
        subscription.id(),
        now().toString(),
        until.toString());
  }

  List<String> invoiced(Database database) {
    return column(
        database,
        "select issue_date || ' ' || total_minor || ' due ' || due_date from invoice"
            + " where subscription_id = ? and issue_date > ?::timestamptz::date order by 1",
        subscription.id(),
        now().toString());
  }

  List<String> reminded(Database database) {
    return column(
        database,
        "select o.business_date::text from outbox o join invoice i on i.customer_id = o.customer_id"
            + " and i.id = (o.payload::jsonb ->> 'invoiceId')::bigint"
            + " where o.topic = 'invoice.reminder' and i.subscription_id = ?"
            + " and o.created_at > ?::timestamptz order by 1",
        subscription.id(),
        now().toString());
  }

  List<String> told(Database database) {
    return column(
        database,
        "select n.told_on || ' ' || n.days_left from retention_notice n join retention_case c"
            + " on c.id = n.case_id where c.subscription_id = ?"
            + " and n.told_on > ?::timestamptz::date order by 1",
        subscription.id(),
        now().toString());
  }

  List<String> deleted(Database database) {
    return column(
        database,
        "select deleted_on::text from retention_case where subscription_id = ?"
            + " and deleted_on is not null",
        subscription.id());
  }

  List<String> purged(Database database) {
    return column(
        database,
        "select purge_on::text from retention_case where subscription_id = ? and state = 'PURGED'",
        subscription.id());
  }

  List<String> stagesTold(Database database) {
    return column(
        database,
        "select (payload::jsonb ->> 'from') || ' ' || (payload::jsonb ->> 'stage') from outbox"
            + " where topic = 'access.stage' and (payload::jsonb ->> 'subscriptionId')::bigint = ?"
            + " and (payload::jsonb ->> 'stage')::int > 0 and created_at > ?::timestamptz"
            + " order by created_at, id",
        subscription.id(),
        now().toString());
  }

  private static List<String> column(Database database, String query, Object... arguments) {
    return database.rows(query, arguments).stream().map(row -> row.get(0)).toList();
  }
}
