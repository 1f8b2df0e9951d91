package org.kontor.web.client.preferences;

import com.ibm.icu.text.Collator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.model.SelectItem;
import jakarta.faces.model.SelectItemGroup;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.kontor.crm.customer.boundary.OwnPerson;
import org.kontor.crm.platform.boundary.BookClock;
import org.kontor.domain.text.Formats;
import org.kontor.domain.text.Language;
import org.kontor.domain.text.ZoneNames;
import org.kontor.domain.text.ZoneNames.Place;
import org.kontor.web.client.Shown;
import org.kontor.web.client.TextBean;
import org.kontor.web.client.Visit;

/** The time zones from which a person chooses, by the names of their cities and continents. */
@ApplicationScoped
public class ZoneChoices {

  @Inject private Visit visit;
  @Inject private TextBean t;
  @Inject private Shown show;
  @Inject private BookClock clock;

  /** Sorting takes a while, and only the distances from UTC change. */
  private final Map<Language, Map<String, List<Place>>> known = new ConcurrentHashMap<>();

  /** First as the vendor, then the continents and oceans with their cities. */
  List<SelectItem> all() {
    Formats formats = Formats.in(visit.getLanguage());
    Instant now = clock.now();
    List<SelectItem> all = new ArrayList<>();
    String vendors = show.zone(visit.getPortal().zone());
    all.add(
        new SelectItem(
            OwnPerson.VENDORS, t.of("own.zone.vendor", visit.getPortal().name(), vendors)));
    known
        .computeIfAbsent(visit.getLanguage(), this::byArea)
        .forEach((area, places) -> all.add(group(area, places, formats, now)));
    return all;
  }

  private static SelectItem group(String area, List<Place> places, Formats formats, Instant now) {
    SelectItem[] items =
        places.stream()
            .map(
                place ->
                    new SelectItem(
                        place.id(),
                        place.city() + " (" + formats.offset(ZoneId.of(place.id()), now) + ")"))
            .toArray(SelectItem[]::new);
    return new SelectItemGroup(area, null, false, items);
  }

  private Map<String, List<Place>> byArea(Language language) {
    Map<String, List<Place>> areas = new TreeMap<>(Collator.getInstance(language.locale()));
    for (Place place : ZoneNames.in(language).all()) {
      areas
          .computeIfAbsent(t.of("own.zone.area." + place.area()), name -> new ArrayList<>())
          .add(place);
    }
    return areas;
  }
}
