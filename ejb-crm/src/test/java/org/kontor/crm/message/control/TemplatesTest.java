package org.kontor.crm.message.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.Texts;
import org.kontor.domain.text.Language;

class TemplatesTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_language_has_every_text_with_the_same_values(Language language) {
    Set<String> names = Templates.all().names(Language.EN);
    assertThat(names).hasSizeGreaterThan(30);
    assertThat(Templates.all().names(language)).isEqualTo(names);
    for (String name : names) {
      assertThat(Templates.all().get(name, language).arguments())
          .as(name)
          .isEqualTo(Templates.all().get(name, Language.EN).arguments());
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_text_can_be_written_and_leaves_no_hole(Language language) {
    for (String name : Templates.all().names(language)) {
      if (!name.equals(Templates.FRAME)) {
        WrittenMessage written = WrittenMessage.of(name, language, values(), ZONE);
        assertThat(written.subject()).as(name).isNotBlank().doesNotContain("{", "}", "\n");
        assertThat(written.plain())
            .as(name)
            .doesNotContain("{", "}", "null", "\n\n\n")
            .contains("Firma Ș&Ț <b>");
        assertThat(written.html())
            .as(name)
            .contains("Firma Ș&amp;Ț &lt;b&gt;")
            .doesNotContain("<b>");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void texts_use_the_letters_of_their_language(Language language) {
    StringBuilder all = new StringBuilder();
    for (String name : Templates.all().names(language)) {
      if (!name.equals(Templates.FRAME)) {
        all.append(WrittenMessage.of(name, language, values(), ZONE).text());
      }
    }
    assertThat(all.toString())
        .as("s and t with a comma below, never with a cedilla; no typewriter quotes in words")
        .doesNotContain("ş", "Ş", "ţ", "Ţ");
    if (language == Language.RO) {
      assertThat(all.toString()).contains("ș", "ț");
    }
    if (language == Language.UK) {
      assertThat(all.toString()).doesNotContainPattern("[ыэъё]");
    }
    if (language == Language.RU) {
      assertThat(all.toString()).doesNotContainPattern("[іїєґ]");
    }
  }

  @Test
  void a_romanian_notice_counts_days_as_people_do() {
    assertThat(subject(Language.RO, 1))
        .isEqualTo("A mai rămas 1 zi până la ștergerea datelor dvs.");
    assertThat(subject(Language.RO, 3))
        .isEqualTo("Au mai rămas 3 zile până la ștergerea datelor dvs.");
    assertThat(subject(Language.RO, 20))
        .isEqualTo("Au mai rămas 20 de zile până la ștergerea datelor dvs.");
    assertThat(subject(Language.RU, 1)).isEqualTo("Остался 1 день до удаления ваших данных");
    assertThat(subject(Language.RU, 3)).isEqualTo("Осталось 3 дня до удаления ваших данных");
    assertThat(subject(Language.RU, 10)).isEqualTo("Осталось 10 дней до удаления ваших данных");
    assertThat(subject(Language.UK, 1)).isEqualTo("Залишився 1 день до видалення ваших даних");
    assertThat(subject(Language.UK, 10)).isEqualTo("Залишилося 10 днів до видалення ваших даних");
    assertThat(subject(Language.ES, 1)).isEqualTo("Queda 1 día para el borrado de sus datos");
    assertThat(subject(Language.EN, 10)).isEqualTo("10 days left before your data is deleted");
  }

  @Test
  void an_invoice_in_romanian_is_written_like_this() {
    Map<String, Object> values = values();
    WrittenMessage mail = WrittenMessage.of("invoice.issued", Language.RO, values, ZONE);
    assertThat(mail.subject().replace('\u00a0', '·'))
        .isEqualTo("Factura PRM-2026-000001: 1.190,00·RON, scadentă la 11 martie 2026");
    assertThat(mail.plain().replace('\u00a0', '·'))
        .isEqualTo(
            """
            Bună ziua,

            Vă trimitem atașată factura PRM-2026-000001.

            Suma: 1.190,00·RON
            Termen de plată: 11 martie 2026

            Transfer bancar în contul RO49AAAA1B31007593840000 (Banca), titular Prim SRL, cu\
             referința PRM-2026-000001.
            Puteți plăti și în zona de client: https://client.example/

            Rețineți că după oprirea accesului pentru neplată datele nu mai pot fi exportate.\
             Exportați din timp ce aveți nevoie.

            prim.io
            Client: Firma Ș&Ț <b> (R-1)
            Zona de client: https://client.example/
            """);
  }

  @Test
  void a_notice_without_the_warning_has_no_empty_paragraph() {
    Map<String, Object> values = values();
    values.put("export", "yes");
    WrittenMessage mail = WrittenMessage.of("access.stage", Language.UK, values, ZONE);
    assertThat(mail.text().replace('\u00a0', '·'))
        .isEqualTo(
            """
            Не сплачено: 1·190,00·RON, з 1 березня 2026·р.

            Відкривається лише сторінка оплати.

            З 12 березня 2026·р., 00:00 (UTC+2): вхід до системи буде закрито.

            Сплатити: https://client.example/""");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x\r\nBcc: victim@x.example",
        "x\nSubject: other",
        "x\u2028y",
        "\u0000\u0007",
        "{number}",
        "{{7*7}}",
        "${7*7}",
        "#{7*7}",
        "<#assign x=7>",
        "{0}",
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>"
      })
  void what_people_wrote_stays_what_it_is(String hostile) {
    Map<String, Object> values = values();
    values.put("plan", hostile);
    WrittenMessage mail = WrittenMessage.of("subscription.ended", Language.EN, values, ZONE);
    assertThat(mail.subject()).doesNotContainPattern("[\\p{Cntrl}\\u2028]");
    assertThat(mail.plain()).contains(hostile.strip().replace("\r", "").split("\n")[0].strip());
    assertThat(mail.html()).doesNotContain("<script", "<img");
  }

  @Test
  void a_subject_is_cut_between_characters() {
    String long1 = "😀".repeat(300);
    assertThat(WrittenMessage.oneLine(long1)).hasSizeLessThan(210).doesNotContain("\ufffd");
    assertThat(Character.isLowSurrogate(WrittenMessage.oneLine(long1).charAt(199))).isTrue();
  }

  @Test
  void a_file_of_texts_that_cannot_be_right_is_refused() {
    assertThatThrownBy(() -> Templates.parse("=== a\nsubject only", Language.EN))
        .hasMessageContaining("needs a name");
    assertThatThrownBy(() -> Templates.parse("=== a\ns\nt\n=== a\ns\nt\n", Language.EN))
        .hasMessageContaining("two texts");
    assertThatThrownBy(() -> Templates.all().get("no.such", Language.EN))
        .hasMessageContaining("no.such");
  }

  private static String subject(Language language, int days) {
    Map<String, Object> values = values();
    values.put("daysLeft", days);
    return WrittenMessage.of("retention.notice", language, values, ZONE).subject();
  }

  /** One value for each name that any text uses. */
  private static Map<String, Object> values() {
    Map<String, Object> values = new HashMap<>();
    LocalDate due = LocalDate.of(2026, 3, 11);
    Instant moment = Instant.parse("2026-03-11T22:00:00Z");
    Money money = Money.of("1190.00", "RON");
    for (String name : Set.of("total", "open", "amount", "bonus", "balance", "below")) {
      values.put(name, money);
    }
    for (String name : Set.of("due", "day", "deletedOn", "deletesOn", "endsOn", "effectiveOn")) {
      values.put(name, due);
    }
    values.put("expiresOn", due);
    values.put("since", LocalDate.of(2026, 3, 1));
    for (String name : Set.of("stopsAt", "nextAt", "until")) {
      values.put(name, moment);
    }
    values.putAll(
        Map.of(
            "number", "PRM-2026-000001",
            "invoice", "PRM-2026-000001",
            "remittance", "PRM-2026-000001",
            "account", "RO49AAAA1B31007593840000",
            "bank", "Banca",
            "holder", "Prim SRL",
            "export", "no",
            "effect", "PAYMENT_PAGE_ONLY",
            "nextEffect", "BLOCKED",
            "daysLeft", 3));
    values.put("plan", new Texts(Map.of("en", "Start")));
    values.put("product", new Texts(Map.of("en", "Module")));
    values.put("name", "Ion");
    values.put("vendor", "prim.io");
    values.put("customer", "Firma Ș&Ț <b>");
    values.put("known", "yes");
    values.put("administrator", "Ana Pop");
    values.put("successor", "Ion Rus");
    values.put("reference", "R-1");
    values.put("clientArea", "https://client.example/");
    values.put("registration", "https://client.example/join?token=1.abc");
    values.put("proof", "https://client.example/welcome?token=1.abc");
    return values;
  }

  @Test
  void the_values_of_this_test_are_those_of_the_texts() {
    Set<String> used = new TreeSet<>();
    Templates.all()
        .names(Language.EN)
        .forEach(name -> used.addAll(Templates.all().get(name, Language.EN).arguments()));
    assertThat(values().keySet()).containsAll(used);
  }
}
