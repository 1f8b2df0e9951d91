package org.kontor.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.domain.text.ZoneNames.Place;
import org.kontor.domain.time.ReaderZone;
import org.kontor.domain.time.Zones;

class ZoneNamesTest {

  private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");

  @ParameterizedTest
  @CsvSource({
    "RO, București, Lisabona, New York",
    "RU, Бухарест, Лиссабон, Нью-Йорк",
    "UK, Бухарест, Лісабон, Нью-Йорк",
    "ES, Bucarest, Lisboa, Nueva York",
    "EN, Bucharest, Lisbon, New York"
  })
  void cities_are_called_as_readers_call_them(
      Language language, String bucharest, String lisbon, String york) {
    ZoneNames names = ZoneNames.in(language);
    assertThat(names.city("Europe/Bucharest")).isEqualTo(bucharest);
    assertThat(names.city("Europe/Lisbon")).isEqualTo(lisbon);
    assertThat(names.city("America/New_York")).isEqualTo(york);
  }

  @Test
  void a_city_that_has_a_new_name_is_called_by_it_and_a_zone_without_a_city_by_its_own() {
    assertThat(ZoneNames.in(Language.UK).city("Europe/Kyiv")).isEqualTo("Київ");
    assertThat(ZoneNames.in(Language.EN).city("Europe/Kyiv")).isEqualTo("Kyiv");
    assertThat(ZoneNames.in(Language.EN).city("UTC")).isEqualTo("UTC");
    assertThat(ZoneNames.in(Language.EN).city("Europe/New_Town")).isEqualTo("New Town");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void all_that_are_offered_can_be_told_apart(Language language) {
    List<Place> all = ZoneNames.in(language).all();
    assertThat(all).hasSize(Zones.offered().size());
    assertThat(all.stream().map(place -> place.area() + " " + place.city()))
        .doesNotHaveDuplicates();
    assertThat(all).noneMatch(place -> place.city().isBlank() || place.city().contains("_"));
  }

  @Test
  void cities_are_sorted_as_the_language_sorts() {
    assertThat(europe(Language.UK))
        .containsSubsequence("Загреб", "Київ", "Кишинів", "Стокгольм", "Цюріх");
    assertThat(europe(Language.ES))
        .containsSubsequence("Ámsterdam", "Andorra", "Astracán", "Atenas");
  }

  private static List<String> europe(Language language) {
    return ZoneNames.in(language).all().stream()
        .filter(place -> place.area().equals("Europe"))
        .map(Place::city)
        .toList();
  }

  @Test
  void a_moment_names_the_zone_of_its_reader_where_it_is_not_the_vendors() {
    Instant moment = Instant.parse("2026-03-11T22:00:00Z");
    Formats formats = Formats.in(Language.RO);
    assertThat(formats.moment(moment, ReaderZone.of(null, BUCHAREST)))
        .isEqualTo("12 martie 2026, 00:00 (UTC+2)");
    assertThat(formats.moment(moment, ReaderZone.of("Europe/Lisbon", BUCHAREST)))
        .isEqualTo("11 martie 2026, 22:00 (Lisabona, UTC)");
    assertThat(formats.moment(moment, ReaderZone.of("Asia/Kolkata", BUCHAREST)))
        .isEqualTo("12 martie 2026, 03:30 (Calcutta, UTC+5:30)");
    assertThat(formats.zone(BUCHAREST, moment)).isEqualTo("București\u00a0(UTC+2)");
  }
}
