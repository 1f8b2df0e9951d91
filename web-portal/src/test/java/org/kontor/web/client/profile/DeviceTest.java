package org.kontor.web.client.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeviceTest {

  @Test
  void a_browser_is_called_what_people_call_it_also_when_it_pretends_to_be_others() {
    assertThat(
            Device.name(
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
                    + " Chrome/126.0 Safari/537.36 Edg/126.0"))
        .isEqualTo("Edge, Windows");
    assertThat(
            Device.name("Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0"))
        .isEqualTo("Firefox, Linux");
    assertThat(
            Device.name(
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15"
                    + " Version/17.5 Mobile/15E148 Safari/604.1"))
        .isEqualTo("Safari, iPhone");
  }

  @Test
  void what_nobody_knows_stands_as_it_calls_itself() {
    assertThat(Device.name("curl/8.5")).isEqualTo("curl/8.5");
    assertThat(Device.name(null)).isEmpty();
  }
}
