package org.kontor.billing.policy.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.kontor.billing.policy.boundary.PackError;
import org.kontor.billing.policy.boundary.PackVersion;
import org.kontor.crm.platform.boundary.BookClock;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.PolicySuccession.InUse;
import org.kontor.domain.policy.Timing;

/** The rows of vendors and versions; versions are only ever added. */
@ApplicationScoped
public class PackStore {

  private final Sql sql;
  private final Ids ids;
  private final BookClock clock;

  @Inject
  public PackStore(Sql sql, Ids ids, BookClock clock) {
    this.sql = sql;
    this.ids = ids;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected PackStore() {
    this(null, null, null);
  }

  /** One import at a time, until the transaction ends. */
  public void lock() {
    sql.one(row -> true, "select pg_advisory_xact_lock(4711, 3)");
  }

  /** Adds the version, and the vendor with its first one. */
  public PackVersion add(PolicyPack pack, String text, Instant at, List<PackError> warnings) {
    LocalDate first = clock.bookFrom();
    LocalDate bookFrom = first.isAfter(pack.effectiveFrom()) ? first : pack.effectiveFrom();
    sql.update(
        "insert into vendor (id, code, zone, currency, book_from) values (?, ?, ?, ?, ?)"
            + " on conflict (code) do nothing",
        ids.next(),
        pack.code(),
        pack.zone().getId(),
        pack.seller().currency().getCurrencyCode(),
        bookFrom);
    byte[] hash = sha256(text);
    sql.update(
        "insert into policy_version (id, vendor_code, version, effective_from, source, sha256,"
            + " imported_at) values (?, ?, ?, ?, ?, ?, ?)",
        ids.next(),
        pack.code(),
        pack.version(),
        pack.effectiveFrom(),
        text,
        hash,
        at);
    // What the new version changes of a running case is told and done on its first day
    sql.update(
        "update access_case set review_on = ?, version = version + 1 where vendor_code = ?"
            + " and closed_at is null and coalesce(review_on, 'infinity') > ?",
        pack.effectiveFrom(),
        pack.code(),
        pack.effectiveFrom());
    return new PackVersion(
        pack.id(),
        pack.code(),
        pack.version(),
        pack.effectiveFrom(),
        HexFormat.of().formatHex(hash),
        at,
        warnings.isEmpty() ? null : warnings);
  }

  /** The file as imported. */
  public String source(String code, int version) {
    return sql.one(
            row -> row.getString(1),
            "select source from policy_version where vendor_code = ? and version = ?",
            code,
            version)
        .orElseThrow(() -> new IllegalStateException(code + "@" + version + " has no text"));
  }

  /** Whether that very text is stored for the pack's version. */
  public boolean isSame(PolicyPack pack, String text) {
    return sql.one(
            row -> row.getBytes(1),
            "select sha256 from policy_version where vendor_code = ? and version = ?",
            pack.code(),
            pack.version())
        .filter(stored -> MessageDigest.isEqual(stored, sha256(text)))
        .isPresent();
  }

  /** The vendor's versions, oldest first. */
  public List<PackVersion> versions(String code) {
    return sql.list(
        row ->
            new PackVersion(
                code + "@" + row.getInt("version"),
                code,
                row.getInt("version"),
                row.getObject("effective_from", LocalDate.class),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                row.getObject("imported_at", OffsetDateTime.class).toInstant(),
                null),
        "select version, effective_from, sha256, imported_at from policy_version"
            + " where vendor_code = ? order by version",
        code);
  }

  /** First business date for which no run of the vendor is done and no invoice is issued. */
  public LocalDate firstOpenDay(VendorRow vendor) {
    return sql.one(
            row -> row.getObject(1, LocalDate.class),
            "select max(billed) + 1 from (select max(done_through) billed from run_watermark"
                + " where vendor_code = ? union all select max(issue_date) from invoice"
                + " where vendor_code = ? and kind = 'INVOICE') days"
                + " having max(billed) is not null",
            vendor.code(),
            vendor.code())
        .filter(day -> day.isAfter(vendor.bookFrom()))
        .orElse(vendor.bookFrom());
  }

  /** Plans, components and renewing products that customers of the vendor have. */
  public List<InUse> inUse(String vendor) {
    List<InUse> used = new ArrayList<>();
    used.addAll(
        sql.list(
            row ->
                new InUse(row.getString(1), Timing.valueOf(row.getString(2)), null, row.getLong(3)),
            "select plan_code, timing, count(*) from subscription where vendor_code = ?"
                + " and state in ('TRIAL', 'ACTIVE', 'STOPPED') group by 1, 2 order by 1, 2",
            vendor));
    used.addAll(
        sql.list(
            row -> new InUse(row.getString(1), null, row.getString(2), row.getLong(3)),
            "select s.plan_code, c.component_code, count(*) from subscription s"
                + " join subscription_component c on c.subscription_id = s.id"
                + " where s.vendor_code = ? and s.state in ('TRIAL', 'ACTIVE', 'STOPPED')"
                + " and c.valid_to is null and c.quantity > 0 group by 1, 2 order by 1, 2",
            vendor));
    used.addAll(
        sql.list(
            row -> new InUse(null, null, row.getString(1), row.getLong(2)),
            "select product_code, count(*) from purchased_product where vendor_code = ?"
                + " and state = 'ACTIVE' and expires_on is not null group by 1 order by 1",
            vendor));
    return used;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
