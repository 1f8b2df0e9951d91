package org.kontor.billing.document.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.policy.Seller.Address;

/** QUALITY S6 and osTicket row 21: whatever stands in a name is printed, never read. */
class EvilTextTest {

  private static final Path PAYLOADS = Path.of("../system-tests/src/test/resources/payloads.txt");
  private static final int AT_ONCE = 10;

  static final List<String> EVIL =
      List.of(
          "<img src=file:///etc/passwd>",
          "<script>alert(1)</script>",
          "#{7*7} ${7*7} {{7*7}} {0}",
          "<#assign x=1>",
          "]]> &lt; &amp; <?xml?>",
          "(parens) \\ %s %n",
          "@title@",
          "\u202Eelba\u200B\u200F \u0000\u0007\t\n\u2028",
          "\u05E9\u05DC\u05D5\u05DD \u4F60\u597D \uD83D\uDE00");

  static Buyer buyer(String name) {
    Address address = new Address(EVIL.get(0), EVIL.get(2), "", "", "RO");
    return Samples.buyer(name, "", "", address, "ro");
  }

  @Test
  void S6_markup_and_expressions_come_out_literally() {
    for (String evil : EVIL.subList(0, 7)) {
      String text = PdfText.of(Samples.invoice("prim", buyer(evil)));
      assertThat(text).contains(evil).contains("<img src=file:///etc/passwd>");
      assertThat(text).doesNotContain("root:");
    }
  }

  /** Those of the client area's tests that are printable; the others are dropped or replaced. */
  @Test
  void S6_all_payloads_come_out_literally() throws IOException {
    List<String> payloads = Files.readAllLines(PAYLOADS);
    assertThat(payloads).hasSizeGreaterThan(400);
    List<String> printable = payloads.stream().filter(one -> one.matches("[ -~]+")).toList();
    assertThat(printable).hasSizeGreaterThan(380);
    for (int from = 0; from < printable.size(); from += AT_ONCE) {
      List<String> some = printable.subList(from, Math.min(from + AT_ONCE, printable.size()));
      // The seller's lines stand beside the first of the buyer's, and are read between them
      String name = "palavra ".repeat(80) + String.join(" ", some);
      String text = PdfText.of(Samples.invoice("prim", buyer(name))).replaceAll("\\s", "");
      assertThat(some).allMatch(one -> text.contains(one.replaceAll("\\s", "")));
    }
  }

  @Test
  void direction_marks_and_control_characters_are_dropped_foreign_letters_are_replaced() {
    String text =
        PdfText.of(Samples.invoice("prim", buyer("A\u202Ebc\u200Bd\u0007e \u05E9\uD83D\uDE00")));
    assertThat(text).contains("Abcd e \uFFFD\uFFFD");
  }

  @Test
  void very_long_names_break_and_nothing_is_lost() {
    String name = "Ț".repeat(3_000) + " " + "palavra ".repeat(300) + "END";
    PrintedDocument document = Samples.invoice("prim", buyer(name));
    String text = PdfText.of(document).replaceAll("\\s", "");
    assertThat(text.chars().filter(c -> c == 'Ț').count()).isEqualTo(3_000);
    assertThat(text).contains("END").contains("817,96");
  }
}
