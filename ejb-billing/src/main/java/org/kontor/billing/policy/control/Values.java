package org.kontor.billing.policy.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.kontor.domain.policy.PolicyFault;
import org.kontor.domain.policy.Texts;

/**
 * Single values of a pack. What has the right form but names nothing (a currency, a zone, a 31st of
 * February) becomes a fault and a stand-in, so that the rest can still be checked.
 */
final class Values {

  /** ISO 4217: for tests only, nobody can pay in it. */
  private static final Currency NONE = Currency.getInstance("XTS");

  private final List<PolicyFault> faults = new ArrayList<>();

  List<PolicyFault> faults() {
    return List.copyOf(faults);
  }

  void fault(String path, String reason, String mend) {
    faults.add(new PolicyFault(path, reason, mend));
  }

  LocalDate date(JsonNode node, String path) {
    try {
      return LocalDate.parse(node.textValue());
    } catch (DateTimeException e) {
      fault(path, "There is no day " + node.textValue(), "Use a day of the calendar, YYYY-MM-DD.");
      return LocalDate.EPOCH;
    }
  }

  ZoneId zone(JsonNode node, String path) {
    if (ZoneId.getAvailableZoneIds().contains(node.textValue())) {
      return ZoneId.of(node.textValue());
    }
    fault(
        path,
        "There is no time zone " + node.textValue(),
        "Use an IANA time zone, for example Europe/Kyiv.");
    return ZoneOffset.UTC;
  }

  Currency currency(JsonNode node, String path) {
    try {
      Currency currency = Currency.getInstance(node.textValue());
      if (currency.getDefaultFractionDigits() >= 0) {
        return currency;
      }
    } catch (IllegalArgumentException e) {
      // not in ISO 4217: told below, like those that nobody can pay in
    }
    fault(
        path, "There is no currency " + node.textValue(), "Use an ISO 4217 code, for example EUR.");
    return NONE;
  }

  List<Currency> currencies(JsonNode node, String path) {
    List<Currency> list = new ArrayList<>();
    for (JsonNode item : node) {
      list.add(currency(item, SourceTree.child(path, list.size())));
    }
    return list;
  }

  static BigDecimal decimal(JsonNode node) {
    return node.isTextual() ? new BigDecimal(node.textValue()) : node.decimalValue();
  }

  static BigDecimal optionalDecimal(JsonNode node) {
    return node == null ? null : decimal(node);
  }

  static Texts names(JsonNode node) {
    Map<String, String> byLanguage = new HashMap<>();
    node.properties().forEach(e -> byLanguage.put(e.getKey(), e.getValue().textValue()));
    return new Texts(byLanguage);
  }

  static List<String> texts(JsonNode node) {
    return list(node, JsonNode::textValue);
  }

  static <T> List<T> list(JsonNode node, Function<JsonNode, T> item) {
    List<T> list = new ArrayList<>();
    node.forEach(child -> list.add(item.apply(child)));
    return list;
  }
}
