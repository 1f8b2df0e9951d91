package org.kontor.domain.time;

import java.time.ZoneId;

/**
 * In which zone a person reads moments. Business days are the vendor's for everybody and are never
 * shifted.
 *
 * @param own whether it is another than the vendor's: then it is named with each moment
 */
public record ReaderZone(ZoneId id, boolean own) {

  /**
   * @param chosen by the person; null, or unknown by now: the vendor's
   * @param vendors zone of the vendor
   */
  public static ReaderZone of(String chosen, ZoneId vendors) {
    return Zones.offered(chosen)
        .filter(id -> !id.equals(Zones.present(vendors.getId())))
        .map(id -> new ReaderZone(ZoneId.of(id), true))
        .orElseGet(() -> new ReaderZone(vendors, false));
  }
}
