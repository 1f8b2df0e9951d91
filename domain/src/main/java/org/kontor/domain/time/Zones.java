package org.kontor.domain.time;

import com.ibm.icu.util.TimeZone;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/**
 * The time zones that people choose from: those of a city or a place, each by its present name in
 * the IANA time zone database. Old names of a zone lead to it; abbreviations and bare distances
 * from UTC are none.
 */
public final class Zones {

  private static final Set<String> AREAS =
      Set.of(
          "Africa",
          "America",
          "Antarctica",
          "Arctic",
          "Asia",
          "Atlantic",
          "Australia",
          "Europe",
          "Indian",
          "Pacific");

  private static final Set<String> KNOWN = Set.copyOf(ZoneId.getAvailableZoneIds());
  private static final Set<String> OFFERED = new TreeSet<>();

  static {
    for (String id : KNOWN) {
      if (AREAS.contains(area(id))) {
        OFFERED.add(present(id));
      }
    }
  }

  private Zones() {}

  /** Ids of the zones, in alphabetical order. */
  public static Set<String> offered() {
    return new TreeSet<>(OFFERED);
  }

  /**
   * The zone that is offered in place of what was once chosen: the same, or the same by its present
   * name.
   *
   * @param id null: nothing was chosen
   * @return empty where there is none any more
   */
  public static Optional<String> offered(String id) {
    return Optional.ofNullable(id)
        .filter(one -> AREAS.contains(area(one)))
        .map(Zones::present)
        .filter(OFFERED::contains);
  }

  /**
   * A zone as it shall be stored.
   *
   * @throws org.kontor.domain.problem.Refused INVALID_VALUE when it is none of those offered
   */
  public static String check(String field, String id) {
    return offered(id)
        .orElseThrow(
            () ->
                Problem.of(
                        ProblemCode.INVALID_VALUE,
                        field,
                        "There is no such time zone",
                        "Send an id of the IANA time zone database like Europe/Bucharest.")
                    .asException());
  }

  /** The first part of an id: Europe of Europe/Bucharest; empty where it has one part only. */
  public static String area(String id) {
    return id.substring(0, Math.max(0, id.indexOf('/')));
  }

  /** The name that a zone has now; where this Java does not know that, the id as it is. */
  static String present(String id) {
    String name = TimeZone.getIanaID(id);
    return KNOWN.contains(name) ? name : id;
  }
}
