package org.kontor.billing.retention.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.retention.Notice;

/** What was deleted, in figures, written once; its hash stands in the audit too. */
@ApplicationScoped
public class Certificates {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private final Sql sql;
  private final Ids ids;

  @Inject
  public Certificates(Sql sql, Ids ids) {
    this.sql = sql;
    this.ids = ids;
  }

  /** For the container's proxy. */
  protected Certificates() {
    this(null, null);
  }

  /**
   * Writes the certificate of an act.
   *
   * @param act DELETION, PURGE or PSEUDONYMS
   * @param counts rows by kind
   * @param told the notices ahead of it, each with the day on which the mail server took it
   * @return its hash in hexadecimal
   */
  public String write(
      CaseRow row,
      String act,
      Map<String, Long> counts,
      List<Notice> told,
      LocalDate today,
      Instant at) {
    return write(row, act, counts, told, Map.of(), today, at);
  }

  /**
   * The same with more to certify.
   *
   * @param also by name
   */
  String write(
      CaseRow row,
      String act,
      Map<String, Long> counts,
      List<Notice> told,
      Map<String, ?> also,
      LocalDate today,
      Instant at) {
    Map<String, Object> content = new TreeMap<>(also);
    content.put("act", act);
    content.put("caseId", row.id());
    content.put("customerId", row.customerId());
    content.put("subscriptionId", row.subscriptionId());
    content.put("vendor", row.vendorCode());
    content.put("kind", row.kind().name());
    content.put("date", today.toString());
    content.put("at", at.toString());
    content.put("approvedBy", row.approvedBy() == null ? "" : row.approvedBy());
    content.put("counts", new TreeMap<>(counts));
    content.put(
        "notices", told.stream().map(n -> n.daysLeft() + " days: " + n.acceptedOn()).toList());
    String text = json(content);
    byte[] hash = hash(text);
    sql.update(
        "insert into retention_certificate (id, case_id, act, customer_id, subscription_id,"
            + " vendor_code, business_date, issued_at, approved_by, content, hash)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ids.next(),
        row.id(),
        act,
        row.customerId(),
        row.subscriptionId(),
        row.vendorCode(),
        today,
        at,
        row.approvedBy(),
        text,
        hash);
    return hex(hash);
  }

  /** Of a case: the deletion first. */
  public List<Stored> of(long caseId) {
    return sql.list(
        row ->
            new Stored(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                hex(row.getBytes(4)),
                hex(hash(row.getString(3))).equals(hex(row.getBytes(4)))),
        "select id, act, content, hash from retention_certificate where case_id = ? order by id",
        caseId);
  }

  /** The counts by kind that a certificate names. */
  public static Map<String, Object> read(String content) {
    try {
      return JSON.readerForMapOf(Object.class).readValue(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a certificate that cannot be read", e);
    }
  }

  private static String json(Map<String, Object> content) {
    try {
      return JSON.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static String hex(byte[] hash) {
    return java.util.HexFormat.of().formatHex(hash);
  }

  /**
   * A stored certificate.
   *
   * @param intact whether the content still has its hash
   */
  public record Stored(long id, String act, String content, String hash, boolean intact) {}
}
