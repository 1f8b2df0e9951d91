package org.kontor.billing.policy.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kontor.billing.policy.control.PackDiff;
import org.kontor.billing.policy.control.PackReader;
import org.kontor.billing.policy.control.PackSettings;
import org.kontor.billing.policy.control.PackStore;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.billing.policy.control.VendorRow;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.platform.boundary.Audit;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.time.BusinessClock;

/**
 * Policy packs: import, check, compare, give out. A version that was imported never changes; to
 * change a rule is to import the next version with the day from which it counts.
 */
@Stateless
public class PolicyPacks {

  private PolicyBook book;
  private PackStore store;
  private BusinessClock clock;
  private Caller caller;
  private Audit audit;

  /** For the container. */
  public PolicyPacks() {}

  @Inject
  public PolicyPacks(
      PolicyBook book, PackStore store, BusinessClock clock, Caller caller, Audit audit) {
    this.book = book;
    this.store = store;
    this.clock = clock;
    this.caller = caller;
    this.audit = audit;
  }

  /**
   * Puts a version on the vendor's list, and the vendor itself with its first version.
   *
   * @param file name for messages
   * @param text YAML or JSON
   * @param as vendor code instead of the file's own, so that one pack can serve several vendors;
   *     null for the file's own
   * @throws Refused POLICY_INVALID with {@code data.errors}, POLICY_VERSION_EXISTS
   */
  public PackVersion importPack(String file, String text, String as) {
    PackReader.Reading reading = PackReader.read(file, text, as);
    if (!reading.errors().isEmpty()) {
      throw PackReader.invalid(reading.errors()).asException();
    }
    PolicyPack pack = reading.pack();
    caller.mustSee(pack.code(), "vendor");
    store.lock();
    book.changed();
    List<PolicyPack> before = versions(pack.code());
    PolicyPack last = before.isEmpty() ? null : before.get(before.size() - 1);
    if (last != null && pack.version() <= last.version()) {
      throw exists(pack, last, store.isSame(pack, text)).asException();
    }
    List<PackError> errors = succession(reading, before);
    if (!errors.isEmpty()) {
      throw PackReader.invalid(errors).asException();
    }
    PackVersion stored = store.add(pack, text, clock.now(), reading.warnings());
    book.changed();
    audit.record(
        "policy.imported",
        "policy/" + stored.policy(),
        Map.of("effectiveFrom", stored.effectiveFrom().toString(), "sha256", stored.sha256()));
    return stored;
  }

  /** What an import would say, without importing. */
  public PackCheck check(String file, String text, String as) {
    PackReader.Reading reading = PackReader.read(file, text, as);
    if (!reading.errors().isEmpty()) {
      return new PackCheck(false, null, reading.errors(), List.of());
    }
    PolicyPack pack = reading.pack();
    caller.mustSee(pack.code(), "vendor");
    List<PackError> errors = succession(reading, versions(pack.code()));
    return new PackCheck(errors.isEmpty(), pack.id(), errors, reading.warnings());
  }

  /** The vendors that the caller sees, by code. */
  public List<PackSummary> list() {
    return book.vendors().stream()
        .filter(vendor -> caller.sees(vendor.code()))
        .map(this::summary)
        .toList();
  }

  /**
   * The settings in force on a day.
   *
   * @param on local date of the vendor, null for today
   * @throws Refused NOT_FOUND, POLICY_NOT_IN_FORCE
   */
  public PackInForce inForce(String code, LocalDate on) {
    VendorRow vendor = visible(code);
    LocalDate date = on == null ? clock.today(vendor.zone()) : on;
    PolicyPack pack = book.inForce(code, date);
    LocalDate until =
        book.versions(code).stream()
            .map(PolicyPack::effectiveFrom)
            .filter(from -> from.isAfter(pack.effectiveFrom()))
            .min(LocalDate::compareTo)
            .map(from -> from.minusDays(1))
            .orElse(null);
    return new PackInForce(
        pack.id(),
        date,
        pack.effectiveFrom(),
        until,
        PackSettings.of(store.source(code, pack.version())));
  }

  /**
   * The version as it was imported.
   *
   * @throws Refused NOT_FOUND
   */
  public PackSource source(String code, int version) {
    visible(code);
    book.version(code, version);
    String text = store.source(code, version);
    return new PackSource(text, PackReader.isJson(text));
  }

  /**
   * What version {@code to} changed against {@code from}.
   *
   * @throws Refused NOT_FOUND
   */
  public List<PackChange> diff(String code, int from, int to) {
    visible(code);
    book.version(code, from);
    book.version(code, to);
    return PackDiff.between(store.source(code, from), store.source(code, to));
  }

  /** JSON Schema of the format. */
  public String schema() {
    return PackReader.schema();
  }

  private VendorRow visible(String code) {
    caller.mustSee(code, "vendor");
    if (!book.knows(code)) {
      throw NotFound.of("vendor");
    }
    return book.vendor(code);
  }

  private List<PolicyPack> versions(String code) {
    return book.knows(code) ? book.versions(code) : List.of();
  }

  private List<PackError> succession(PackReader.Reading reading, List<PolicyPack> before) {
    String code = reading.pack().code();
    return before.isEmpty()
        ? reading.follows(before, LocalDate.MIN, List.of(), othersHosts(code))
        : reading.follows(
            before, store.firstOpenDay(book.vendor(code)), store.inUse(code), othersHosts(code));
  }

  private Map<String, String> othersHosts(String code) {
    Map<String, String> hosts = new HashMap<>();
    for (VendorRow vendor : book.vendors()) {
      if (!vendor.code().equals(code)) {
        List<PolicyPack> versions = book.versions(vendor.code());
        versions.forEach(
            pack -> pack.portal().hosts().forEach(host -> hosts.put(host, vendor.code())));
      }
    }
    return hosts;
  }

  private PackSummary summary(VendorRow vendor) {
    LocalDate today = clock.today(vendor.zone());
    List<PolicyPack> versions = book.versions(vendor.code());
    PolicyPack newest = versions.get(versions.size() - 1);
    Integer inForce =
        versions.stream()
            .filter(pack -> !pack.effectiveFrom().isAfter(today))
            .map(PolicyPack::version)
            .max(Integer::compareTo)
            .orElse(null);
    return new PackSummary(
        vendor.code(),
        newest.seller().name(),
        vendor.zone().getId(),
        vendor.currency().getCurrencyCode(),
        newest.seller().languages(),
        vendor.bookFrom(),
        today,
        inForce,
        store.versions(vendor.code()));
  }

  private static Problem exists(PolicyPack pack, PolicyPack last, boolean same) {
    return new Problem(
        ProblemCode.POLICY_VERSION_EXISTS,
        "version",
        pack.id() + (same ? " was imported already, with this very text" : " exists already"),
        same
            ? "Nothing to do."
            : "A version never changes: write `version: " + (last.version() + 1) + "`.",
        Map.of("vendor", pack.code(), "last", last.version(), "same", same));
  }
}
