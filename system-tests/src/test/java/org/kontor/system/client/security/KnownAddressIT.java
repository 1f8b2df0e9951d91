package org.kontor.system.client.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.system.base.Kontor;
import org.kontor.system.base.SystemTest;
import org.kontor.system.client.http.Page;
import org.kontor.system.client.http.Surfer;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Rest;

/**
 * Whether an address is known shows neither in text nor in status nor in time (QUALITY S16). Each
 * kind is tried {@code -Dkontor.tries} times, by turns; docs/operations.md has the figures of
 * 1,000.
 */
@SystemTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KnownAddressIT {

  private static final int TRIES = Integer.getInteger("kontor.tries", 12);
  private static final int MEMBERS = 20;

  /** What tells something tells it each time; a busy machine does not. */
  private static final int ROUNDS = 3;

  /** Fewer than what one network address may do. */
  private static final int FROM_ONE_ADDRESS = 8;

  /** Milliseconds; on a slow machine a fifth of the time that it takes. */
  private static final double APART = 20;

  private Kontor kontor;
  private Surfer stranger;
  private int came;

  @BeforeAll
  void a_customer_with_people(Kontor running) {
    kontor = running;
    Rest rest = new Rest(kontor.api());
    Customer ana = Book.begin(rest, "2026-02-01").vendor("prim").customer("Carpat Textil");
    new Cast(rest, kontor.base()).in(ana, ana.mainAdministrator()).close();
    for (int i = 0; i < MEMBERS; i++) {
      ana.adds("Person of STAFF", mail("member", i), "STAFF");
    }
  }

  @AfterEach
  void go() {
    stranger.close();
    stranger = null;
  }

  @ParameterizedTest
  @ValueSource(strings = {"sign-in", "forgotten", "register"})
  void nothing_tells_whether_an_address_is_known(String door) throws Exception {
    boolean alike = false;
    for (int round = 0; round < ROUNDS && !alike; round++) {
      alike = takesAsLong(door);
    }
    assertThat(alike).as("as long for a known address as for an unknown one").isTrue();
  }

  private boolean takesAsLong(String door) throws Exception {
    double[][] millis = new double[2][TRIES];
    for (int i = 0; i < TRIES; i++) {
      Page[] answers = new Page[2];
      for (int turn = 0; turn < 2; turn++) {
        int known = (turn + i) % 2;
        Map<String, String> fields = somebody().get("/client/" + door).form("form");
        fields.put("form:email", mail(known == 1 ? "member" : "nobody", i));
        fields.computeIfPresent("form:password", (key, old) -> "not the right one");
        long began = System.nanoTime();
        answers[known] = stranger.post("/client/" + door, fields);
        millis[known][i] = (System.nanoTime() - began) / 1e6;
      }
      assertThat(answers[1].status()).isEqualTo(answers[0].status()).isIn(200, 302);
      assertThat(answers[1].header("Location")).isEqualTo(answers[0].header("Location"));
      assertThat(bare(answers[1])).isEqualTo(bare(answers[0]));
    }
    double unknown = median(millis[0]);
    double known = median(millis[1]);
    System.out.printf(
        Locale.ROOT,
        "/client/%s, %d tries each: unknown %.1f ms, known %.1f ms (medians)%n",
        door,
        TRIES,
        unknown,
        known);
    return Math.abs(known - unknown) < Math.max(APART, 0.2 * Math.min(known, unknown));
  }

  /** From an address of its own after a few tries, where no limit shows. */
  private Surfer somebody() throws SQLException {
    if (stranger == null || came % FROM_ONE_ADDRESS == 0) {
      if (stranger != null) {
        stranger.close();
      }
      int network = came / FROM_ONE_ADDRESS;
      String from = "127.9." + network / 250 + "." + (network % 250 + 1);
      stranger = new Surfer(kontor.base(), "prim", from);
      usedUp();
    }
    came++;
    return stranger;
  }

  /** No more than five links work at a time: those before are taken to have been followed. */
  private void usedUp() throws SQLException {
    try (Connection connection = kontor.owner();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("update mailed_proof set used_at = now() where used_at is null");
    }
  }

  private static String mail(String who, int i) {
    return who + i % MEMBERS + "@carpat.example";
  }

  private static String bare(Page page) {
    return page.steady().replaceAll("(nobody|member)\\d+", "");
  }

  private static double median(double[] millis) {
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
