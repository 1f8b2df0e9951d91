package org.kontor.crm.platform.boundary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.kontor.domain.time.BusinessClock;

/**
 * What happened, told to others: rows written in the transaction that made it happen, delivered
 * later, at least once, deduplicated by the receiver.
 */
@ApplicationScoped
public class Outbox {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private final Sql sql;
  private final Ids ids;
  private final BusinessClock clock;

  @Inject
  public Outbox(Sql sql, Ids ids, BusinessClock clock) {
    this.sql = sql;
    this.ids = ids;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected Outbox() {
    this(null, null, null);
  }

  /**
   * @param topic what happened, for example {@code invoice.issued}
   * @param key what it happened to; receivers deduplicate by topic and key
   * @param customerId null when it concerns the vendor as a whole
   * @param businessDate day of the vendor to which it belongs
   */
  public void add(
      String topic,
      String key,
      String vendor,
      Long customerId,
      Map<String, ?> payload,
      LocalDate businessDate) {
    addAll(List.of(new Message(topic, key, vendor, customerId, payload, businessDate)));
  }

  /** Many at once, with one statement. */
  public void addAll(List<Message> messages) {
    Instant now = clock.now();
    sql.batch(
        "insert into outbox (id, topic, key, vendor_code, customer_id, payload, business_date,"
            + " created_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
        messages.stream()
            .map(
                m ->
                    new Object[] {
                      ids.next(),
                      m.topic(),
                      m.key(),
                      m.vendor(),
                      m.customerId(),
                      json(m.payload()),
                      m.businessDate(),
                      now
                    })
            .toList());
  }

  static String json(Map<String, ?> payload) {
    try {
      return JSON.writeValueAsString(payload);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("payload cannot be written as JSON", e);
    }
  }

  /** One message; the parts are those of {@link #add}. */
  public record Message(
      String topic,
      String key,
      String vendor,
      Long customerId,
      Map<String, ?> payload,
      LocalDate businessDate) {}
}
