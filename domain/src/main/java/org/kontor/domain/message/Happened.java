package org.kontor.domain.message;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One row of the outbox: something that happened.
 *
 * @param topic what happened, for example {@code invoice.issued}
 * @param key what it happened to; topic and key name it for ever
 * @param customerId null when it concerns the vendor as a whole
 * @param payload as the writer of the row put it; read from JSON, so numbers are whole numbers or
 *     decimals and dates are texts
 * @param businessDate day of the vendor to which it belongs
 */
public record Happened(
    String topic,
    String key,
    String vendor,
    Long customerId,
    Map<String, Object> payload,
    LocalDate businessDate) {

  public Happened {
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(key, "key");
    payload = Collections.unmodifiableMap(new LinkedHashMap<>(payload));
  }

  /** The text of a part of the payload, or null when there is none. */
  public String text(String part) {
    Object value = payload.get(part);
    return value == null ? null : value.toString();
  }

  /**
   * The whole number in a part of the payload.
   *
   * @throws IllegalArgumentException when there is none
   */
  public long number(String part) {
    Object value = payload.get(part);
    if (value instanceof Number number) {
      return number.longValue();
    }
    throw new IllegalArgumentException(topic + " " + key + " has no number " + part);
  }

  /** The date in a part of the payload, or null when there is none. */
  public LocalDate date(String part) {
    String value = text(part);
    return value == null ? null : LocalDate.parse(value);
  }
}
