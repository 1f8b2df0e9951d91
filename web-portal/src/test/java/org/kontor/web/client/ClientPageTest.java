package org.kontor.web.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kontor.domain.customer.FineRight;
import org.kontor.domain.customer.Position;
import org.kontor.domain.customer.Role;
import org.kontor.web.client.ClientPage.Right;

/** Every address of the client area stands in one table. */
class ClientPageTest {

  private static final Pattern SERVLET = Pattern.compile("\"(/client/[a-z.-]+)\"");

  @Test
  void each_page_and_each_servlet_has_a_row_and_each_row_a_page_or_a_servlet() throws IOException {
    Set<String> found = new TreeSet<>();
    for (Path page : files(Path.of("src/main/webapp/client"), ".xhtml")) {
      found.add("/client/" + page.getFileName().toString().replace(".xhtml", ""));
    }
    for (Path source : files(Path.of("src/main/java"), ".java")) {
      for (String line : Files.readAllLines(source)) {
        Matcher address = SERVLET.matcher(line);
        while (line.startsWith("@WebServlet") && address.find()) {
          found.add(address.group(1));
        }
      }
    }
    assertThat(Arrays.stream(ClientPage.values()).map(ClientPage::path))
        .containsExactlyInAnyOrderElementsOf(found);
  }

  @Test
  void with_or_without_its_ending_an_address_is_the_same_page() {
    assertThat(ClientPage.at("/client/wallet.xhtml")).contains(ClientPage.WALLET);
    assertThat(ClientPage.at("/client/wallet")).contains(ClientPage.WALLET);
    assertThat(ClientPage.at("/client/nowhere")).isEmpty();
    assertThat(ClientPage.at("/client/wallet/")).isEmpty();
  }

  @Test
  void who_is_not_an_administrator_has_no_page_about_paying() {
    for (ClientPage page : List.of(ClientPage.WALLET, ClientPage.PAY, ClientPage.PROMISE)) {
      assertThat(page.of(Role.STAFF)).isEqualTo(Right.NONE);
      assertThat(page.of(Role.ADMINISTRATOR)).isEqualTo(Right.ACTS);
      assertThat(page.of(null)).isEqualTo(Right.NONE);
    }
  }

  @Test
  void who_was_given_the_money_has_all_pages_about_it_and_no_others() {
    Position accountant = new Position(Role.STAFF, Set.of(FineRight.MONEY));
    Set<ClientPage> more = EnumSet.noneOf(ClientPage.class);
    for (ClientPage page : ClientPage.values()) {
      if (page.rightOf(accountant) != page.of(Role.STAFF)) {
        assertThat(page.rightOf(accountant)).isEqualTo(page.of(Role.ADMINISTRATOR));
        more.add(page);
      }
    }
    assertThat(more)
        .containsExactlyInAnyOrder(
            ClientPage.WALLET,
            ClientPage.MOVEMENTS,
            ClientPage.USE,
            ClientPage.PAY,
            ClientPage.TRANSFER,
            ClientPage.TRANSFER_PROOF,
            ClientPage.PROMISE,
            ClientPage.STATEMENT,
            ClientPage.INVOICES,
            ClientPage.INVOICE,
            ClientPage.DOCUMENTS,
            ClientPage.DOCUMENT,
            ClientPage.EXPORT);
    assertThat(ClientPage.PEOPLE.rightOf(accountant)).isEqualTo(Right.NONE);
    assertThat(ClientPage.PEOPLE.rightOf(null)).isEqualTo(Right.NONE);
  }

  @Test
  void no_restriction_takes_the_way_to_pay_and_what_explains_it() {
    for (ClientPage page :
        List.of(
            ClientPage.PAY,
            ClientPage.TRANSFER,
            ClientPage.WALLET,
            ClientPage.PROMISE,
            ClientPage.INVOICES,
            ClientPage.INVOICE,
            ClientPage.DOCUMENT,
            ClientPage.MOVEMENTS,
            ClientPage.PROFILE,
            ClientPage.ACCESS,
            ClientPage.DELETION)) {
      assertThat(page.need()).as(page.name()).isEqualTo(ClientPage.Need.NOTHING);
    }
    for (ClientPage page : List.of(ClientPage.USE, ClientPage.SERVICES, ClientPage.SERVICE)) {
      assertThat(page.need()).as(page.name()).isEqualTo(ClientPage.Need.OPEN_OR_PAYER);
    }
  }

  @Test
  void the_navigation_has_at_most_seven_entries() {
    assertThat(ClientPage.Section.values()).hasSizeLessThanOrEqualTo(7);
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }
}
