package org.kontor.domain.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;

/** The zone in which a person reads moments (PAGES C22). */
class ZonesTest {

  private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");

  @Test
  void each_city_is_offered_once_by_its_present_name() {
    assertThat(Zones.offered())
        .hasSizeGreaterThan(400)
        .contains("Europe/Kyiv", "Europe/Bucharest", "America/Argentina/Buenos_Aires")
        .contains("Asia/Kolkata", "Atlantic/Reykjavik", "Pacific/Auckland")
        .doesNotContain("Europe/Kiev", "Asia/Calcutta", "America/Buenos_Aires", "US/Eastern")
        .doesNotContain("EST", "UTC", "Etc/GMT+3", "SystemV/EST5", "GMT0", "Europe/Belfast")
        .allSatisfy(id -> assertThat(ZoneId.of(id).getId()).isEqualTo(id))
        .allSatisfy(id -> assertThat(id).hasSizeLessThanOrEqualTo(64));
  }

  @Test
  void what_is_stored_is_the_present_name() {
    assertThat(Zones.check("zone", "Europe/Kiev")).isEqualTo("Europe/Kyiv");
    assertThat(Zones.check("zone", "Europe/Madrid")).isEqualTo("Europe/Madrid");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", "Mars/Olympus", "europe/kyiv", "EST", "Etc/GMT-2", "+03:00", "/", " "})
  void anything_else_is_refused(String id) {
    assertThat(Zones.offered(id)).isEmpty();
    assertThatThrownBy(() -> Zones.check("zone", id))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.problem().code()).isEqualTo(ProblemCode.INVALID_VALUE);
              assertThat(refused.problem().field()).isEqualTo("zone");
            });
  }

  @Test
  void a_person_reads_in_the_zone_that_it_has_chosen() {
    assertThat(ReaderZone.of("Europe/Lisbon", BUCHAREST))
        .isEqualTo(new ReaderZone(ZoneId.of("Europe/Lisbon"), true));
    // The same hour, yet not the same zone: Chișinău changes its clocks earlier in the night
    assertThat(ReaderZone.of("Europe/Chisinau", BUCHAREST).own()).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"Europe/Bucharest", "Soviet/Dropped", "Europe/Dropped", "", "no zone", "UTC"})
  void else_and_where_the_zone_is_known_no_more_in_the_vendors(String chosen) {
    assertThat(ReaderZone.of(chosen, BUCHAREST)).isEqualTo(new ReaderZone(BUCHAREST, false));
  }

  @Test
  void another_name_of_the_vendors_zone_is_the_vendors() {
    ZoneId kyiv = ZoneId.of("Europe/Kyiv");
    assertThat(ReaderZone.of("Europe/Kiev", kyiv)).isEqualTo(new ReaderZone(kyiv, false));
  }
}
