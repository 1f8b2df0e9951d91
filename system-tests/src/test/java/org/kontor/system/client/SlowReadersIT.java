package org.kontor.system.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.client.Browsing.Person;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Vendor;

/** Who asks for files and does not take them: what that costs others, and for how long. */
@SystemTest
class SlowReadersIT extends AtThePortal {

  /** Longer than the five seconds that the tests give. */
  private static final int LONGER_MILLIS = 8_000;

  @Test
  void who_takes_nothing_loses_the_connection_and_has_no_more_than_three_files_at_once()
      throws Exception {
    Vendor prim = Book.begin(rest(), "2026-01-01").vendor("prim");
    Customer ana = prim.customer("Carpat Textil");
    ana.subscribes("start", Map.of());
    ana.subscribes("start", Map.of());
    String document = "document?id=" + ana.invoices().get(0).path("id").asText();
    String other = "document?id=" + ana.invoices().get(1).path("id").asText();
    String list = "export?list=invoices&as=csv";
    try (Person person = main(ana, "ro");
        Person colleague = joined(ana, "Ion", "ADMINISTRATOR", "ro")) {
      assertThat(Fetched.by(person, address(prim, "documents")).parts()).hasSize(2);
      makeLarge();
      try (Stalled paper = Stalled.by(person, address(prim, document));
          Stalled archive = Stalled.by(person, address(prim, "documents?year=2026"));
          Stalled second = Stalled.by(person, address(prim, other))) {
        Fetched fourth = Fetched.by(person, address(prim, list));
        assertThat(fourth.status()).isEqualTo(429);
        assertThat(fourth.header("Retry-After")).isEqualTo("60");
        assertThat(fourth.text()).contains("încă în curs de trimitere").doesNotContain("încercări");
        assertThat(person.open(address(prim, "home"))).as("pages are no files").isEqualTo(200);
        assertThat(Fetched.by(colleague, address(prim, list)).status()).isEqualTo(200);
        assertThat(List.of(paper, archive, second)).as("nobody reads them").hasSize(3);
        Thread.sleep(LONGER_MILLIS);
        try (Stalled again = Stalled.by(person, address(prim, document));
            Stalled once = Stalled.by(person, address(prim, document));
            Stalled more = Stalled.by(person, address(prim, document))) {
          assertThat(List.of(again, once, more)).as("all three threads are free").hasSize(3);
        }
        assertThat(archive.rest()).as("archive, half of it when packed").isBetween(1L, 7_000_000L);
      }
    }
  }

  /** 16 MB for each document: more than the sockets of both sides hold, also when it is packed. */
  private void makeLarge() throws SQLException {
    try (Connection owner = kontor().owner();
        Statement change = owner.createStatement()) {
      change.execute(
          "update document_file set content = big, sha256 = sha256(big) from (select"
              + " convert_to(string_agg(md5(i::text), ''), 'UTF8') as big"
              + " from generate_series(1, 500000) i) made");
    }
  }

  /** Has asked for a file with somebody's session, and takes as little of it as it can. */
  private static final class Stalled implements Closeable {

    private final Socket socket = new Socket();

    static Stalled by(Person person, String address) throws IOException {
      Stalled stalled = new Stalled();
      stalled.ask(person, address.replaceFirst("^http://", "").split("/", 2));
      return stalled;
    }

    private void ask(Person person, String[] hostAndPath) throws IOException {
      String session =
          person.page().context().cookies().stream()
              .map(cookie -> cookie.name + "=" + cookie.value)
              .collect(Collectors.joining("; "));
      socket.setReceiveBufferSize(4_096);
      socket.setSoTimeout(60_000);
      int port = Integer.parseInt(hostAndPath[0].split(":")[1]);
      socket.connect(new InetSocketAddress("127.0.0.1", port));
      String asked =
          "GET /%s HTTP/1.1\r\nHost: %s\r\nCookie: %s\r\n\r\n"
              .formatted(hostAndPath[1], hostAndPath[0], session);
      socket.getOutputStream().write(asked.getBytes(StandardCharsets.ISO_8859_1));
      String head = "";
      while (!head.endsWith("\r\n\r\n")) {
        head += (char) socket.getInputStream().read();
      }
      assertThat(head).startsWith("HTTP/1.1 200 OK");
    }

    /** Bytes that still come before the connection ends. */
    long rest() throws IOException {
      long taken = 0;
      try {
        int count = 0;
        while (count >= 0) {
          taken += count;
          count = socket.getInputStream().read(new byte[8_192]);
        }
      } catch (SocketTimeoutException stillOpen) {
        throw stillOpen;
      } catch (IOException torn) {
        // As an end is: the rest does not come
      }
      return taken;
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
