package org.kontor.domain.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The only source of the present. In production it is the system's; in simulation it is shifted by
 * an offset that all nodes share.
 */
public interface BusinessClock {

  Instant now();

  /** The local date in a seller's zone. */
  default LocalDate today(ZoneId zone) {
    return now().atZone(zone).toLocalDate();
  }
}
