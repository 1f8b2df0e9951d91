package org.kontor.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Names of files as people and attackers send them (QUALITY S11). */
class FileNameTest {

  private static final List<String> UNSEEN =
      List.of(
          "\u0000",
          "\u0007",
          "\t",
          "\n",
          "\r",
          "\u001B",
          "\u007F",
          "\u0085",
          "\u00AD",
          "\u034F",
          "\u061C",
          "\u115F",
          "\u180E",
          "\u200B",
          "\u200C",
          "\u200D",
          "\u200E",
          "\u200F",
          "\u2028",
          "\u2029",
          "\u202A",
          "\u202B",
          "\u202D",
          "\u202E",
          "\u2060",
          "\u2066",
          "\u2067",
          "\u2069",
          "\u2800",
          "\u3164",
          "\uD800",
          "\uE000",
          "\uFE0F",
          "\uFEFF",
          "\uFFA0",
          "\uFFFE",
          "\uDB40\uDC41",
          "\uDB40\uDD00");

  private static final List<String> BASES =
      List.of(
          ".htaccess",
          "..",
          ".",
          "",
          " ",
          "....",
          "../../etc/passwd",
          "..\\..\\windows\\system32\\cmd.exe",
          "C:\\Users\\a\\b.pdf",
          "C:evil.pdf",
          "\\\\host\\share\\a.pdf",
          "/etc/cron.d/x",
          "CON",
          "con.pdf",
          "NUL.tar.gz",
          "aux ",
          "COM1",
          "lpt9.txt",
          "COM\u00B9.pdf",
          "a.pdf.",
          "a.pdf ",
          "a.pdf. . .",
          "a.pdf::$DATA",
          "a.pdf%00.exe",
          "a.php.pdf",
          "a.pdf.php",
          "a.svg",
          "a.html",
          "a.xhtml",
          "a<b>|c?*.pdf",
          "\"; filename=\"evil.html",
          "a\r\nSet-Cookie: x=1.pdf",
          "web.xml",
          "desktop.ini",
          "<img src=x onerror=alert(1)>.png",
          "=cmd|' /C calc'!A0.pdf",
          "x".repeat(5000),
          "x".repeat(300) + ".pdf",
          "\uD83D\uDE00".repeat(300),
          "Квитанція №7.pdf",
          "a/",
          "a/..",
          "‥／evil.pdf");

  static Stream<String> evil() {
    Stream<String> among =
        UNSEEN.stream()
            .flatMap(
                c ->
                    Stream.of(
                        c,
                        c + ".htaccess",
                        "a.pdf" + c,
                        "a" + c + ".exe",
                        "a." + c + "html",
                        ".." + c + "/b"));
    return Stream.concat(BASES.stream(), among);
  }

  @ParameterizedTest
  @MethodSource("evil")
  void whatever_is_sent_becomes_a_plain_name_of_the_recognised_type(String sent) {
    String name = FileName.of(sent, "pdf");
    assertThat(name)
        .endsWith(".pdf")
        .doesNotStartWith(".")
        .doesNotContainPattern("[<>:\"|?*/\\\\]");
    assertThat(name).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]");
    assertThat(name).doesNotContainPattern("^ |[. ]\\.pdf$");
    assertThat(name.codePointCount(0, name.length())).isBetween(5, FileName.LONGEST);
    assertThat(Normalizer.isNormalized(name, Normalizer.Form.NFC)).isTrue();
    assertThat(name.toUpperCase()).doesNotMatch("(CON|PRN|AUX|NUL|COM.|LPT.)\\..*");
    assertThat(FileName.of(name, "pdf")).as("the same of its own").isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Квитанція №7.PDF; Квитанція №7.jpg",
        "Plata 12.03.2026; Plata 12.03.2026.jpg",
        "scan.jpeg; scan.jpg",
        "invoice.html; invoice.jpg",
        "../../etc/passwd; passwd.jpg",
        "C:\\Users\\Ana\\ordin de plată.pdf; ordin de plată.jpg",
        ".htaccess; htaccess.jpg",
        "con.pdf; confirmation.jpg",
        "'   '; confirmation.jpg",
        "a\u202Efdp.exe; afdp.jpg",
        "e\u0301.pdf; \u00E9.jpg"
      })
  void a_name_stays_what_its_reader_knows(String sent, String kept) {
    assertThat(FileName.of(sent, "jpg")).isEqualTo(kept);
  }

  @Test
  void a_file_without_a_name_has_a_neutral_one() {
    assertThat(FileName.of(null, "png")).isEqualTo("confirmation.png");
  }

  @Test
  void a_long_name_is_cut_between_two_characters() {
    String name = FileName.of("\uD83D\uDE00".repeat(300) + ".pdf", "pdf");
    assertThat(name).isEqualTo("\uD83D\uDE00".repeat(116) + ".pdf");
  }
}
