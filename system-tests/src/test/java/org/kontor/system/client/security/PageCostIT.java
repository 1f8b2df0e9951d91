package org.kontor.system.client.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kontor.system.base.Kontor;
import org.kontor.system.base.SystemTest;
import org.kontor.system.client.http.Page;
import org.kontor.system.client.http.Surfer;
import org.kontor.system.client.security.Authorisations.Row;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Rest;
import org.kontor.system.story.Vendor;

/** What a page costs: the wire, and the database. */
@SystemTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageCostIT {

  /** With all fonts and scripts, as somebody needs who was never here. */
  private static final int FIRST_PAGE = 600_000;

  private static final int STATEMENTS = 46;

  /** More often than this, the same statement is asked for each row of something. */
  private static final int REPEATED = 6;

  /** Whether policy packs have changed: for whose host it is, and for the page. */
  private static final String FINGERPRINT = "from policy_version";

  private static final int FINGERPRINTS = 2;

  private static final int LOOKS = 3;

  private static final int SERVICES = 25;

  /** Five of them are shown in detail on the page of use. */
  private static final int OF_MANY = 80;

  /** How long is the benchmark's to say: here it is only told. */
  private static final int WARM = 5;

  private static final List<String> MANY_SERVICES =
      List.of(
          "/client/home",
          "/client/services",
          "/client/timeline",
          "/client/use",
          "/client/closing",
          "/client/company");

  private static final Map<String, String> ZIPPED = Map.of("Accept-Encoding", "gzip");
  private static final Pattern NEEDED =
      Pattern.compile("(?:href|src)=\"(/[^\"]+[.](?:css|js|svg|png)[^\"]*)\"");
  private static final Pattern FONT = Pattern.compile("url\\(\"?([^\")]+)\"?\\)");
  private static final Pattern ASKED = Pattern.compile("LOG: {2}(?:execute [^:]+|statement): (.*)");

  private Kontor kontor;
  private Surfer person;
  private Surfer large;
  private Surfer largeOfBalance;
  private Customer ana;

  @BeforeAll
  void a_customer_with_many_documents(Kontor running) {
    kontor = running;
    Cast cast = new Cast(new Rest(kontor.api()), kontor.base());
    Vendor prim = Book.begin(cast.rest(), "2026-02-01").vendor("prim");
    ana = prim.customer("Carpat Textil");
    ana.subscribes("start", Map.of("ecommerce-platforms", 2));
    for (int i = 0; i < 12; i++) {
      ana.orders("onboarding-session");
    }
    ana.pays("300.00", "RON", "bank-transfer", "p1").ok();
    person = cast.in(ana, ana.mainAdministrator());
    large = many(cast, prim, "start");
    largeOfBalance = many(cast, Book.at(cast.rest()).vendor("kabinet"), "base");
    // What is due by now is done before anything is counted
    prim.untilTime("2026-02-01T08:00");
  }

  private static Surfer many(Cast cast, Vendor vendor, String plan) {
    Customer customer = vendor.customer("Mare " + vendor.code());
    for (int i = 0; i < SERVICES; i++) {
      customer.subscribes(plan, Map.of());
    }
    return cast.in(customer, customer.mainAdministrator());
  }

  @AfterAll
  void go() {
    person.close();
    large.close();
    largeOfBalance.close();
  }

  @Test
  void a_first_page_with_all_that_it_needs_is_light_and_what_stays_is_kept() {
    Surfer stranger = new Surfer(kontor.base(), "prim");
    for (String address : List.of("/client/sign-in", "/client/home", "/client/pay")) {
      Surfer reader = address.endsWith("sign-in") ? stranger : person;
      Page page = zipped(reader, address);
      assertThat(page.header("Content-Encoding")).isEqualTo("gzip");
      Set<String> needed = found(NEEDED, reader.get(address).text());
      int bytes = page.content().length;
      for (String each : List.copyOf(needed)) {
        if (each.contains(".css")) {
          // Fonts of our own: those of the components' icons are asked for by nobody
          found(FONT, reader.get(each.replace("&amp;", "&")).text()).stream()
              .filter(font -> font.startsWith("/resources/"))
              .forEach(needed::add);
        }
      }
      for (String each : needed) {
        Page resource = zipped(reader, each.replace("&amp;", "&"));
        assertThat(resource.status()).as(each).isEqualTo(200);
        bytes += resource.content().length;
        if (each.startsWith("/jakarta.faces.resource/")) {
          assertThat(each).contains("v=");
          assertThat(resource.header("Cache-Control")).as(each).contains("immutable");
        } else {
          assertThat(resource.header("Cache-Control")).as(each).contains("max-age");
        }
      }
      System.out.printf(
          "%s: %,d bytes on the wire with %d files, %,d by itself%n",
          address, bytes, needed.size(), page.content().length);
      assertThat(bytes).isLessThan(FIRST_PAGE);
    }
    stranger.close();
  }

  private static Page zipped(Surfer reader, String address) {
    return reader.send("GET", address, ZIPPED, new byte[0]);
  }

  private static Set<String> found(Pattern pattern, String text) {
    Set<String> all = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      if (matcher.group(1).startsWith("/")) {
        all.add(matcher.group(1));
      }
    }
    return all;
  }

  @Test
  void no_page_asks_the_database_more_than_its_share_nor_the_same_for_each_row() throws Exception {
    String invoice =
        kontor.api().get("invoices?customer=" + ana.id()).json().at("/items/0/id").asText();
    List<String> addresses =
        new ArrayList<>(
            List.of(
                "/client/pay?amount=5000",
                "/client/pay?invoice=" + invoice,
                "/client/invoice?id=" + invoice,
                "/client/document?id=" + invoice,
                "/client/movements?from=2026-02-01",
                "/client/export?list=invoices&as=csv",
                "/client/export?list=movements&as=csv"));
    for (Row row : Authorisations.read().of("page")) {
      addresses.add(row.path());
    }
    assertThat(dear(person, addresses, STATEMENTS)).isEmpty();
  }

  @Test
  void twenty_five_services_cost_the_statements_of_one() throws Exception {
    for (Surfer reader : List.of(large, largeOfBalance)) {
      assertThat(dear(reader, MANY_SERVICES, OF_MANY)).isEmpty();
      for (String address : MANY_SERVICES) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < WARM; i++) {
          long begin = System.nanoTime();
          assertThat(reader.get(address).status()).isEqualTo(200);
          best = Math.min(best, (System.nanoTime() - begin) / 1_000_000);
        }
        System.out.printf("%-20s %d ms with %d services%n", address, best, SERVICES);
      }
    }
  }

  /**
   * Pages that ask more than their share, in words. The server's own clockwork asks beside: only
   * what is dear each time is the page's.
   */
  private List<String> dear(Surfer reader, List<String> addresses, int most) throws Exception {
    List<String> wrong = new ArrayList<>();
    for (String address : addresses) {
      reader.get(address);
      List<String> found = dear(reader, address, most);
      for (int again = 1; again < LOOKS && !found.isEmpty(); again++) {
        found = dear(reader, address, most);
      }
      wrong.addAll(found);
    }
    return wrong;
  }

  private List<String> dear(Surfer reader, String address, int most) throws Exception {
    List<String> asked = statements(() -> reader.get(address));
    Map<String, Long> times =
        asked.stream()
            .collect(
                Collectors.groupingBy(text -> text, LinkedHashMap::new, Collectors.counting()));
    long often = times.values().stream().mapToLong(Long::longValue).max().orElse(0);
    System.out.printf("%-45s %3d statements, one of them %d times%n", address, asked.size(), often);
    List<String> wrong = new ArrayList<>();
    if (asked.size() > most) {
      wrong.add(address + ": " + asked.size() + " statements " + times);
    }
    times.forEach(
        (text, count) -> {
          if (count > (text.endsWith(FINGERPRINT) ? FINGERPRINTS : REPEATED)) {
            wrong.add(address + ": " + count + " times " + text);
          }
        });
    return wrong;
  }

  /** What the database is asked meanwhile, without the frame of transactions. */
  private List<String> statements(Runnable action) throws SQLException, IOException {
    long before;
    write("alter system set log_statement = 'all'");
    try {
      before = Files.size(kontor.databaseLog());
      action.run();
    } finally {
      write("alter system reset log_statement");
    }
    byte[] log = Files.readAllBytes(kontor.databaseLog());
    String since = new String(log, (int) before, log.length - (int) before, StandardCharsets.UTF_8);
    return since
        .lines()
        .map(ASKED::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1).strip())
        .filter(
            text -> !text.matches("(?i)(BEGIN|COMMIT|ROLLBACK|SET|SHOW|alter system|select pg_).*"))
        .toList();
  }

  private void write(String setting) throws SQLException {
    try (Connection administrator = kontor.administrator();
        var statement = administrator.createStatement()) {
      statement.execute(setting);
      statement.execute("select pg_reload_conf()");
      // The running connections hear of it a moment later
      statement.execute("select pg_sleep(0.15)");
    }
  }
}
