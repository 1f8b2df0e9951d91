package org.kontor.billing.policy.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.kontor.crm.platform.boundary.BookEmptied;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;

/**
 * The versions that were imported, and which one is in force on a day. Versions never change, so
 * they are read once; that there are new ones is asked once per transaction, or per request of who
 * only reads, because any node may have imported them.
 */
@ApplicationScoped
public class PolicyBook {

  private static final String CHECKED = PolicyBook.class.getName();
  private static final long FRESH_NANOS = 1_000_000_000L;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transaction;

  private final Sql sql;
  private volatile Content content;
  private volatile long askedAt;

  /** While one reader's request is answered: what it was told first. */
  private final ThreadLocal<Content[]> reading = new ThreadLocal<>();

  @Inject
  public PolicyBook(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected PolicyBook() {
    this(null);
  }

  /** The pack whose client area answers at a host name, if it is in force at the moment. */
  public Optional<PolicyPack> atHost(String host, Instant moment) {
    return content().vendors().values().stream()
        .flatMap(known -> inForce(known.byDate(), moment).stream())
        .filter(pack -> pack.portal().hosts().contains(host))
        .findFirst();
  }

  /** The version in force at a moment; empty of who is no vendor, or not yet. */
  public Optional<PolicyPack> find(String vendorCode, Instant moment) {
    return Optional.ofNullable(content().vendors().get(vendorCode))
        .flatMap(known -> inForce(known.byDate(), moment));
  }

  /** A version begins with its day where its vendor is. */
  private static Optional<PolicyPack> inForce(
      NavigableMap<LocalDate, PolicyPack> versions, Instant moment) {
    return versions.descendingMap().values().stream()
        .filter(
            pack ->
                !pack.effectiveFrom().isAfter(LocalDate.ofInstant(moment, pack.seller().zone())))
        .findFirst();
  }

  /**
   * The version in force on a local date of the vendor.
   *
   * @throws Refused UNKNOWN_VENDOR, or POLICY_NOT_IN_FORCE before the first version's day
   */
  public PolicyPack inForce(String vendorCode, LocalDate date) {
    NavigableMap<LocalDate, PolicyPack> versions = known(vendorCode).byDate();
    Map.Entry<LocalDate, PolicyPack> found = versions.floorEntry(date);
    if (found == null) {
      throw new Problem(
              ProblemCode.POLICY_NOT_IN_FORCE,
              "",
              "No policy of " + vendorCode + " is in force on " + date,
              "Use a date from " + versions.firstKey() + " on.",
              Map.of("vendor", vendorCode, "from", versions.firstKey().toString()))
          .asException();
    }
    return found.getValue();
  }

  /**
   * Like {@link #inForce}, as it stood at most a second ago: for what is asked thousands of times a
   * second.
   */
  public PolicyPack recently(String vendorCode, LocalDate date) {
    Content known = content;
    long now = System.nanoTime();
    if (known == null || now - askedAt > FRESH_NANOS || !known.vendors().containsKey(vendorCode)) {
      inForce(vendorCode, date);
      askedAt = now;
      known = content;
    }
    Map.Entry<LocalDate, PolicyPack> found =
        known.vendors().get(vendorCode).byDate().floorEntry(date);
    return found == null ? inForce(vendorCode, date) : found.getValue();
  }

  /**
   * The version in force on a date and those that follow it, in their order, as they stood at most
   * a second ago.
   */
  public Collection<PolicyPack> recentlyFrom(String vendorCode, LocalDate date) {
    PolicyPack first = recently(vendorCode, date);
    Content known = content;
    return known == null || !known.vendors().containsKey(vendorCode)
        ? List.of(first)
        : known.vendors().get(vendorCode).byDate().tailMap(first.effectiveFrom(), true).values();
  }

  /** The day after that one from which another version is in force; empty when none is known. */
  public Optional<LocalDate> nextVersion(String vendorCode, LocalDate date) {
    return Optional.ofNullable(known(vendorCode).byDate().higherKey(date));
  }

  /**
   * One version, whether in force or not.
   *
   * @throws Refused UNKNOWN_VENDOR, or NOT_FOUND
   */
  public PolicyPack version(String vendorCode, int number) {
    Known known = known(vendorCode);
    PolicyPack pack = known.byNumber().get(number);
    if (pack == null) {
      throw Problem.of(
              ProblemCode.NOT_FOUND,
              "version",
              vendorCode + " has no version " + number,
              "Use a version from 1 to " + known.byNumber().lastKey() + ".")
          .asException();
    }
    return pack;
  }

  /** All vendors, by code. */
  public List<VendorRow> vendors() {
    return content().vendors().values().stream().map(Known::vendor).toList();
  }

  /**
   * The vendor's row.
   *
   * @throws Refused UNKNOWN_VENDOR
   */
  public VendorRow vendor(String vendorCode) {
    return known(vendorCode).vendor();
  }

  public boolean knows(String vendorCode) {
    return content().vendors().containsKey(vendorCode);
  }

  /** The vendor's versions, oldest first. */
  public List<PolicyPack> versions(String vendorCode) {
    return List.copyOf(known(vendorCode).byNumber().values());
  }

  /**
   * From now on this thread sees the versions as they are at its next question, until {@link
   * #endReading}: one page asks many boundaries, each in a transaction of its own.
   */
  public void beginReading() {
    reading.set(new Content[1]);
  }

  public void endReading() {
    reading.remove();
  }

  /** Something was imported in this transaction: look again. */
  public void changed() {
    if (reading.get() != null) {
      beginReading();
    }
    if (inTransaction()) {
      transaction.putResource(CHECKED, null);
    }
  }

  /** The rows are gone. */
  void emptied(@Observes BookEmptied event) {
    content = null;
    changed();
  }

  private Known known(String vendorCode) {
    Known known = content().vendors().get(vendorCode);
    if (known == null) {
      throw Problem.of(
              ProblemCode.UNKNOWN_VENDOR,
              "vendor",
              "There is no vendor " + vendorCode,
              "Import its policy pack first (POST /policy-packs), or correct the code.")
          .asException();
    }
    return known;
  }

  private Content content() {
    Content[] read = reading.get();
    if (read == null) {
      return checked();
    }
    if (read[0] == null) {
      read[0] = checked();
    }
    return read[0];
  }

  private Content checked() {
    Content present = content;
    boolean inTransaction = inTransaction();
    if (inTransaction && transaction.getResource(CHECKED) instanceof Content checked) {
      return checked;
    }
    String stamp = stamp();
    if (present == null || !present.stamp().equals(stamp)) {
      present = load(stamp);
      content = present;
    }
    if (inTransaction) {
      transaction.putResource(CHECKED, present);
    }
    return present;
  }

  private boolean inTransaction() {
    return transaction != null
        && transaction.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
  }

  /** Versions are only ever added; when the book is emptied, new ones have new ids. */
  private String stamp() {
    return sql.one(
            row -> row.getString(1),
            "select count(*) || '/' || coalesce(sum(id), 0) from policy_version")
        .orElseThrow();
  }

  private Content load(String stamp) {
    Map<String, Known> vendors = new TreeMap<>();
    sql.list(
            row ->
                new VendorRow(
                    row.getString(1),
                    ZoneId.of(row.getString(2)),
                    Currency.getInstance(row.getString(3)),
                    row.getObject(4, LocalDate.class)),
            "select code, zone, currency, book_from from vendor order by code")
        .forEach(vendor -> vendors.put(vendor.code(), Known.of(vendor)));
    Map<String, PolicyPack> before = new HashMap<>();
    if (content != null) {
      content.byHash().forEach(before::put);
    }
    Map<String, PolicyPack> byHash = new HashMap<>();
    List<Source> sources = new ArrayList<>();
    sql.list(
            row -> new Source(row.getString(1), row.getInt(2), row.getString(3), row.getString(4)),
            "select vendor_code, version, encode(sha256, 'hex'), source"
                + " from policy_version order by vendor_code, version")
        .forEach(sources::add);
    for (Source source : sources) {
      String key = source.vendor() + "/" + source.hash();
      PolicyPack pack =
          before.containsKey(key)
              ? before.get(key)
              : PackReader.require(source.name(), source.text(), source.vendor());
      byHash.put(key, pack);
      vendors.get(source.vendor()).add(pack);
    }
    return new Content(stamp, vendors, byHash);
  }

  private record Source(String vendor, int version, String hash, String text) {
    String name() {
      return vendor + "@" + version;
    }
  }

  private record Content(
      String stamp, Map<String, Known> vendors, Map<String, PolicyPack> byHash) {}

  private record Known(
      VendorRow vendor,
      NavigableMap<LocalDate, PolicyPack> byDate,
      NavigableMap<Integer, PolicyPack> byNumber) {

    static Known of(VendorRow vendor) {
      return new Known(vendor, new TreeMap<>(), new TreeMap<>());
    }

    void add(PolicyPack pack) {
      byDate.put(pack.effectiveFrom(), pack);
      byNumber.put(pack.version(), pack);
    }
  }
}
