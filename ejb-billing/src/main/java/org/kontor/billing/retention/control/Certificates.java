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
import java.sql.ResultSet;
import java.sql.SQLException;
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

  private static final String PSEUDONYMS = "PSEUDONYMS";

  private static final String SELECT = "select id, act, content, hash from retention_certificate ";

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
   * @param act DELETION or PURGE
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
    Map<String, Object> content = of(row, act, counts, today, at);
    content.put(
        "notices", told.stream().map(n -> n.daysLeft() + " days: " + n.acceptedOn()).toList());
    return store(row, row.customerId(), row.vendorCode(), content, today, at);
  }

  /**
   * That what names a customer was taken out.
   *
   * @param row of the deletion that went before
   * @param documents SHA-256 of all first and second digests; empty where there are none
   */
  String pseudonyms(
      CaseRow row, Map<String, Long> counts, String documents, LocalDate today, Instant at) {
    Map<String, Object> content = of(row, PSEUDONYMS, counts, today, at);
    content.put("notices", List.of());
    named(content, documents);
    return store(row, row.customerId(), row.vendorCode(), content, today, at);
  }

  /** The same of a customer who has left without a deletion. */
  String pseudonyms(
      long customerId,
      String vendor,
      Map<String, Long> counts,
      String documents,
      LocalDate today,
      Instant at) {
    Map<String, Object> content = of(customerId, vendor, PSEUDONYMS, counts, today, at);
    named(content, documents);
    return store(null, customerId, vendor, content, today, at);
  }

  private static void named(Map<String, Object> content, String documents) {
    if (!documents.isEmpty()) {
      content.put("documents", documents);
    }
  }

  private static Map<String, Object> of(
      CaseRow row, String act, Map<String, Long> counts, LocalDate today, Instant at) {
    Map<String, Object> content = of(row.customerId(), row.vendorCode(), act, counts, today, at);
    content.put("caseId", row.id());
    content.put("subscriptionId", row.subscriptionId());
    content.put("kind", row.kind().name());
    content.put("approvedBy", row.approvedBy() == null ? "" : row.approvedBy());
    return content;
  }

  private static Map<String, Object> of(
      long customerId,
      String vendor,
      String act,
      Map<String, Long> counts,
      LocalDate today,
      Instant at) {
    Map<String, Object> content = new TreeMap<>();
    content.put("act", act);
    content.put("customerId", customerId);
    content.put("vendor", vendor);
    content.put("date", today.toString());
    content.put("at", at.toString());
    content.put("counts", new TreeMap<>(counts));
    return content;
  }

  /**
   * @param row null where there was no deletion
   */
  private String store(
      CaseRow row,
      long customerId,
      String vendor,
      Map<String, Object> content,
      LocalDate today,
      Instant at) {
    String text = json(content);
    byte[] hash = hash(text);
    sql.update(
        "insert into retention_certificate (id, case_id, act, customer_id, subscription_id,"
            + " vendor_code, business_date, issued_at, approved_by, content, hash)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ids.next(),
        row == null ? null : row.id(),
        content.get("act"),
        customerId,
        row == null ? null : row.subscriptionId(),
        vendor,
        today,
        at,
        row == null ? null : row.approvedBy(),
        text,
        hash);
    return hex(hash);
  }

  /** Of a case: the deletion first. */
  public List<Stored> of(long caseId) {
    return sql.list(Certificates::stored, SELECT + "where case_id = ? order by id", caseId);
  }

  /**
   * Of a customer, whatever became of him, in the order in which they were written.
   *
   * @param after id of the last one that is known
   */
  public List<Stored> ofCustomer(long customerId, long after, int limit) {
    return sql.list(
        Certificates::stored,
        SELECT + "where customer_id = ? and id > ? order by id limit ?",
        customerId,
        after,
        limit);
  }

  private static Stored stored(ResultSet row) throws SQLException {
    String content = row.getString(3);
    String hash = hex(row.getBytes(4));
    return new Stored(
        row.getLong(1), row.getString(2), content, hash, hex(hash(content)).equals(hash));
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
