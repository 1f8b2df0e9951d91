package org.kontor.crm.platform.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private static Settings of(Map<String, String> values) {
    return new Settings(values::get, values.keySet());
  }

  @Test
  void nothing_given_is_a_good_configuration_with_the_defaults() {
    Settings settings = of(Map.of());
    assertThat(settings.faults()).isEmpty();
    assertThat(settings.text(Setting.CLOCK_MODE)).isEqualTo("SYSTEM");
    assertThat(settings.maxBodyBytes()).isEqualTo(8_388_608);
    assertThat(settings.date(Setting.BOOK_FROM)).isNull();
  }

  @Test
  void a_key_or_variable_with_our_prefix_that_is_unknown_is_a_fault() {
    assertThat(of(Map.of("kontor.clok.mode", "SIMULATED")).faults())
        .singleElement()
        .asString()
        .contains("kontor.clok.mode", "kontor.clock.mode");
    assertThat(of(Map.of("KONTOR_CLOK_MODE", "SIMULATED")).faults())
        .singleElement()
        .asString()
        .contains("KONTOR_CLOK_MODE", "KONTOR_CLOCK_MODE");
    assertThat(of(Map.of("KONTOR_DB_URL", "x", "kontor.db.url", "x", "java.home", "x")).faults())
        .isEmpty();
  }

  @Test
  void a_value_that_cannot_be_read_is_a_fault_and_secrets_are_never_repeated() {
    assertThat(of(Map.of("kontor.clock.mode", "simulated")).faults()).hasSize(1);
    assertThat(of(Map.of("kontor.clock.book-from", "1.3.2026")).faults()).hasSize(1);
    assertThat(of(Map.of("kontor.rest.max-body-bytes", "-1")).faults()).hasSize(1);
    assertThat(of(Map.of("kontor.rest.idempotency-hours", "1")).faults()).hasSize(1);
    Settings weak = of(Map.of("kontor.bootstrap.admin-key", "changeit"));
    assertThat(weak.faults()).singleElement().asString().doesNotContain("changeit");
    assertThat(weak.effective()).noneMatch(line -> line.contains("changeit"));
  }

  @Test
  void every_setting_is_described_and_has_its_own_key() {
    assertThat(Setting.values()).extracting(Setting::key).doesNotHaveDuplicates();
    assertThat(Setting.values())
        .allSatisfy(
            setting -> {
              assertThat(setting.key()).startsWith("kontor.");
              assertThat(setting.what()).endsWith(".");
            });
  }
}
