package org.kontor.domain.time;

import java.time.LocalDate;
import java.util.Set;

/** Which countries' calendars are needed, told to those who must not know policy packs. */
public interface CalendarUse {

  /** Countries of all sellers as they stand on a day; ISO 3166-1 alpha-2. */
  Set<String> countries(LocalDate on);
}
