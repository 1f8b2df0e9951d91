package org.kontor.web.client.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kontor.domain.text.Language;
import org.kontor.domain.time.Zones;
import org.kontor.web.text.Catalogue;

class ZoneTextsTest {

  @Test
  void each_continent_and_ocean_of_a_zone_has_a_name() {
    Set<String> areas = Zones.offered().stream().map(Zones::area).collect(Collectors.toSet());
    assertThat(areas)
        .isNotEmpty()
        .allSatisfy(
            area -> assertThat(Catalogue.in(Language.EN).has("own.zone.area." + area)).isTrue());
  }
}
