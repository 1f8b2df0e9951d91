package org.kontor.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.client.http.Page;
import org.kontor.system.client.http.Surfer;
import org.kontor.system.story.Book;
import org.kontor.system.story.Story;

/** The door at which anybody checks seals: what strangers send there, and how often. */
@SystemTest
class StatementChecksIT extends Story {

  @Test
  void seals_of_strangers_leave_no_trace_and_are_checked_sixty_times_a_minute() throws IOException {
    Book.begin(rest(), "2026-06-01");
    int before = Files.readString(kontor().serverLog()).length();
    byte[] body = ("{\"seal\": \"" + seal("\\u0000") + "\"}").getBytes(StandardCharsets.US_ASCII);
    // From an address of its own: whoever checks seals in another test is not held up
    try (Surfer stranger = new Surfer(kontor().base(), "prim", "127.0.0.9")) {
      Page answer = check(stranger, body);
      int checked = 0;
      while (answer.status() == 200 && checked < 600) {
        assertThat(answer.text()).contains("NOT_GENUINE");
        checked++;
        answer = check(stranger, body);
      }
      assertThat(answer.status()).isEqualTo(429);
      assertThat(checked).isBetween(60, 120);
      assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 2);
      assertThat(answer.text()).contains("TOO_MANY_REQUESTS");
    }
    assertThat(Files.readString(kontor().serverLog()).substring(before))
        .doesNotContain(" ERROR ", " WARN ", "\tat ");
  }

  private static Page check(Surfer stranger, byte[] body) {
    return stranger.send(
        "POST", "/api/v1/statement-checks", Map.of("Content-Type", "application/json"), body);
  }

  private static String seal(String kid) {
    String header = "{\"alg\":\"EdDSA\",\"typ\":\"kontor-statement+jws\",\"kid\":\"" + kid + "\"}";
    return Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(header.getBytes(StandardCharsets.US_ASCII))
        + ".e30.AA";
  }
}
