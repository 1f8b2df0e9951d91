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
    return Zones.known(chosen)
        .filter(zone -> !Zones.present(zone.getId()).equals(Zones.present(vendors.getId())))
        .map(zone -> new ReaderZone(zone, true))
        .orElseGet(() -> new ReaderZone(vendors, false));
  }
}
