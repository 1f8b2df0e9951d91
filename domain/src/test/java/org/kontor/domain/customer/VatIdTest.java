package org.kontor.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kontor.domain.problem.Refused;

/** A VAT identifier decides on reverse charge, so a text that is none must not pass for one. */
class VatIdTest {

  private static String stored(String value, String country) {
    return VatId.checked("vatId", value, country, 50);
  }

  @Test
  void a_well_formed_one_is_stored_plain() {
    assertThat(stored("de 123.456-789", "DE")).isEqualTo("DE123456789");
    assertThat(stored("EL123456789", "GR")).isEqualTo("EL123456789");
    assertThat(stored("ATU12345678", "AT")).isEqualTo("ATU12345678");
    assertThat(stored("ESB12345678", "ES")).isEqualTo("ESB12345678");
    assertThat(stored("RO16", "RO")).isEqualTo("RO16");
  }

  @Test
  void any_text_or_another_countrys_one_is_refused() {
    for (String wrong : List.of("x", "DE", "DE12345678", "FR12345678901", "123456789")) {
      Refused refused = catchThrowableOfType(Refused.class, () -> stored(wrong, "DE"));
      assertThat(refused.problem().field()).as(wrong).isEqualTo("vatId");
      assertThat(VatId.fits(wrong, "DE")).isFalse();
    }
    assertThat(catchThrowableOfType(Refused.class, () -> stored("GR123456789", "GR"))).isNotNull();
  }

  @Test
  void none_is_none_and_beyond_the_union_it_is_kept_as_typed() {
    assertThat(stored(null, "DE")).isEmpty();
    assertThat(stored("7701999175", "RU")).isEqualTo("7701999175");
    assertThat(VatId.fits("US1", "US")).isFalse();
  }
}
