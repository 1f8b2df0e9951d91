package org.kontor.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * What happens when: acts of customers and staff in the order of their moments. Between them the
 * clock runs, and the server does what falls due.
 */
final class Story {

  private final Api api;
  private final LocalDate begin;
  private final LocalDate end;
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::no));
  private int count;

  Story(Api api, LocalDate begin, LocalDate end) {
    this.api = api;
    this.begin = begin;
    this.end = end;
  }

  Api api() {
    return api;
  }

  /** First day of the book. */
  LocalDate begin() {
    return begin;
  }

  LocalDate end() {
    return end;
  }

  /** An act at noon UTC of a day; days outside of the story are left out. */
  void on(LocalDate day, Act act) {
    at(day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), day, act);
  }

  /** An act in the afternoon, after those at noon. */
  void later(LocalDate day, Act act) {
    at(day.atTime(15, 30).toInstant(ZoneOffset.UTC), day, act);
  }

  private void at(Instant moment, LocalDate day, Act act) {
    if (!day.isBefore(begin) && day.isBefore(end)) {
      events.add(new Event(moment, count++, act));
    }
  }

  /** Lets everything happen. */
  void play(Progress progress) throws IOException, InterruptedException {
    String month = "";
    while (!events.isEmpty()) {
      Event event = events.poll();
      advance(event.at);
      String now = event.at.toString().substring(0, 7);
      if (!now.equals(month)) {
        month = now;
        progress.reached(month);
      }
      event.act.happen();
    }
  }

  void advance(Instant to) throws IOException, InterruptedException {
    Instant now = Instant.parse(api.get("clock").get("now").asText());
    if (to.isAfter(now)) {
      api.post("clock/advance", Map.of("to", to.toString()));
    }
  }

  long customer(
      String vendor, String reference, String name, Map<String, ?> address, Person administrator)
      throws IOException, InterruptedException {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("vendor", vendor);
    body.put("reference", reference);
    body.put("name", name);
    body.put("registrationId", "");
    body.put("vatId", "");
    body.put("address", address);
    body.put("email", administrator.email);
    body.put("language", administrator.language);
    body.put("mainAdministrator", Map.of("name", administrator.name, "email", administrator.email));
    return api.post("customers", body).get("id").asLong();
  }

  /** The customer gets his own installation, maintained by the vendor (S1.19). */
  void dedicate(long customer) throws IOException, InterruptedException {
    JsonNode view = api.get("customers/" + customer);
    Map<String, Object> body = new HashMap<>();
    for (String field :
        java.util.List.of("name", "registrationId", "vatId", "address", "email", "language")) {
      body.put(field, view.get(field));
    }
    body.put("deployment", "DEDICATED_MANAGED");
    api.put("customers/" + customer, body);
  }

  long subscribe(long customer, String plan, boolean trial, Map<String, Integer> components)
      throws IOException, InterruptedException {
    Map<String, Object> body = new HashMap<>();
    body.put("customerId", customer);
    body.put("plan", plan);
    body.put("trial", trial);
    body.put("components", components);
    return api.post("subscriptions", body).get("id").asLong();
  }

  void use(long subscription, String metric, LocalDate day, long quantity)
      throws IOException, InterruptedException {
    Map<String, Object> body = new HashMap<>();
    body.put("subscriptionId", subscription);
    body.put("metric", metric);
    body.put("key", metric + "-" + day);
    body.put("occurredAt", day + "T11:00:00Z");
    body.put("quantity", quantity);
    api.post("usage-facts", body);
  }

  void pay(long customer, String kind, String method, LocalDate day, String amount, String currency)
      throws IOException, InterruptedException {
    Map<String, Object> body = new HashMap<>();
    body.put("customerId", customer);
    body.put("kind", kind);
    body.put("method", method);
    body.put("externalKey", method + "-" + customer + "-" + day);
    body.put("valueDate", day.toString());
    body.put("amount", amount);
    body.put("currency", currency);
    api.post("payments", body);
  }

  /** Pays by bank transfer what is open, or a part of it; nothing when nothing is. */
  void payOpen(long customer, LocalDate day, int percent) throws IOException, InterruptedException {
    JsonNode invoices = api.get("invoices?customer=" + customer + "&state=open").get("items");
    for (JsonNode invoice : invoices) {
      java.math.BigDecimal due = new java.math.BigDecimal(invoice.get("amountDue").asText());
      java.math.BigDecimal part =
          due.multiply(java.math.BigDecimal.valueOf(percent))
              .movePointLeft(2)
              .setScale(2, java.math.RoundingMode.HALF_UP);
      Map<String, Object> body = new HashMap<>();
      body.put("customerId", customer);
      body.put("kind", "PAYMENT");
      body.put("method", "bank-transfer");
      body.put("externalKey", "transfer-" + invoice.get("number").asText() + "-" + day);
      body.put("valueDate", day.toString());
      body.put("amount", part.toPlainString());
      body.put("currency", invoice.get("currency").asText());
      body.put("invoices", java.util.List.of(invoice.get("id").asLong()));
      api.post("payments", body);
    }
  }

  /** Something that somebody does. */
  @FunctionalInterface
  interface Act {
    void happen() throws IOException, InterruptedException;
  }

  /** Told which month the story has reached. */
  @FunctionalInterface
  interface Progress {
    void reached(String month);
  }

  /** Who administers a customer. */
  record Person(String name, String email, String language) {}

  private record Event(Instant at, int no, Act act) {}
}
