package org.kontor.domain.text;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.List;
import org.kontor.domain.time.Zones;

/** Time zones by the names of their cities in one language, as the Unicode CLDR has them. */
public final class ZoneNames {

  private final ULocale locale;
  private final TimeZoneNames names;

  private ZoneNames(ULocale locale) {
    this.locale = locale;
    this.names = TimeZoneNames.getInstance(locale);
  }

  public static ZoneNames in(Language language) {
    return new ZoneNames(ULocale.forLocale(language.locale()));
  }

  /**
   * The city of a zone, for example Київ of Europe/Kyiv.
   *
   * @param id of the IANA time zone database; one without a city is its own name
   */
  public String city(String id) {
    String canonical = TimeZone.getCanonicalID(id);
    String city = canonical == null ? null : names.getExemplarLocationName(canonical);
    return city == null ? id.substring(id.lastIndexOf('/') + 1).replace('_', ' ') : city;
  }

  /** All that are offered, sorted by their cities as the language sorts, which takes a while. */
  public List<Place> all() {
    return Zones.offered().stream()
        .map(id -> new Place(id, Zones.area(id), city(id)))
        .sorted(Comparator.comparing(Place::city, Collator.getInstance(locale)))
        .toList();
  }

  /**
   * A zone that can be chosen.
   *
   * @param area first part of the id, for example {@code Europe}
   */
  public record Place(String id, String area, String city) {}
}
