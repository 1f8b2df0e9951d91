package org.kontor.domain.customer;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Which vendors there are, told to those who must not know policy packs. */
public interface VendorDirectory {

  /** The vendor as it stands on a day, or empty when there is no such vendor. */
  Optional<Vendor> find(String vendorCode, LocalDate on);

  /**
   * @param currency ISO 4217, of its prices and documents
   * @param languages ISO 639-1 of its portal, the first is the default
   * @param bookFrom first business date that can be booked
   */
  record Vendor(
      String code, ZoneId zone, String currency, List<String> languages, LocalDate bookFrom) {
    public Vendor {
      languages = List.copyOf(languages);
    }
  }
}
