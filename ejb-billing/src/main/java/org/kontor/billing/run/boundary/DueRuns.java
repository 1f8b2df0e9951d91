package org.kontor.billing.run.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.billing.policy.control.VendorRow;
import org.kontor.billing.run.control.ChunkWorks;
import org.kontor.billing.run.control.RunStore;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.run.DueRun;
import org.kontor.domain.run.RunKind;
import org.kontor.domain.run.RunSchedule;

/** What falls due next, over all vendors. */
@Stateless
public class DueRuns {

  @Inject private PolicyBook policies;
  @Inject private ChunkWorks works;
  @Inject private RunStore store;
  @Inject private Sql sql;

  /**
   * The first run that is due by then and has something to do; days without work are passed over
   * and counted as done.
   *
   * @param upTo inclusive; business clock
   * @param held what waits for a person, by vendor; its later dates wait with it
   */
  public Optional<DueRun> next(Instant upTo, Map<String, Set<RunKind>> held) {
    return policies.vendors().stream()
        .map(vendor -> next(vendor, upTo, held.getOrDefault(vendor.code(), Set.of())))
        .flatMap(Optional::stream)
        .min(DueRun::compareTo);
  }

  private Optional<DueRun> next(VendorRow vendor, Instant upTo, Set<RunKind> held) {
    Map<RunKind, LocalDate> done = doneThrough(vendor.code());
    Map<RunKind, LocalDate> passed = new EnumMap<>(RunKind.class);
    Optional<DueRun> found = Optional.empty();
    while (found.isEmpty()) {
      PolicyPack pack = policies.inForce(vendor.code(), earliest(vendor, done));
      Optional<DueRun> next =
          RunSchedule.next(pack, vendor.bookFrom(), done, held)
              .filter(due -> !due.dueAt().isAfter(upTo));
      if (next.isEmpty()) {
        break;
      }
      DueRun due = next.get();
      if (works.any(due.kind(), due.vendorCode(), due.date())) {
        found = next;
      } else {
        done.put(due.kind(), due.date());
        passed.put(due.kind(), due.date());
      }
    }
    passed.forEach((kind, date) -> store.doneThrough(vendor.code(), kind, date));
    return found;
  }

  private Map<RunKind, LocalDate> doneThrough(String vendor) {
    Map<RunKind, LocalDate> done = new EnumMap<>(RunKind.class);
    sql.list(
            row -> Map.entry(RunKind.valueOf(row.getString(1)), row.getObject(2, LocalDate.class)),
            "select kind, done_through from run_watermark where vendor_code = ?",
            vendor)
        .forEach(entry -> done.put(entry.getKey(), entry.getValue()));
    return done;
  }

  /** The version whose kinds of runs count: that of the day after the latest watermark. */
  private static LocalDate earliest(VendorRow vendor, Map<RunKind, LocalDate> done) {
    return done.values().stream()
        .max(LocalDate::compareTo)
        .map(day -> day.plusDays(1))
        .orElse(vendor.bookFrom());
  }
}
