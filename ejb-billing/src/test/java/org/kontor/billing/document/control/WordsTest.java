package org.kontor.billing.document.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kontor.domain.policy.Seller.DocumentKind;

/** The fixed words of documents. */
class WordsTest {

  @Test
  void each_language_has_each_word_and_no_word_is_empty() {
    Words english = Words.in("en");
    for (String language : Words.LANGUAGES) {
      Words words = Words.in(language);
      assertThat(words.keys()).as(language).isEqualTo(english.keys());
      for (String key : words.keys()) {
        assertThat(words.of(key)).as("%s in %s", key, language).isNotBlank();
      }
    }
  }

  @Test
  void no_word_was_left_in_english() {
    for (String language : new String[] {"ro", "ru", "uk", "es"}) {
      Words words = Words.in(language);
      assertThat(words.keys())
          .filteredOn(key -> words.of(key).equals(Words.in("en").of(key)))
          .as(language)
          .isSubsetOf(
              "pay.iban",
              "pay.bic",
              "method.qiwi",
              "method.google-pay",
              "method.apple-pay",
              "method.paypal",
              "method.svyaznoy",
              "method.euroset",
              "method.payment-card", // Romanian has the same word
              "method.card-ruralvia");
    }
  }

  @Test
  void every_letter_of_every_word_can_be_drawn() {
    Typeface typeface = new Typeface();
    for (String language : Words.LANGUAGES) {
      Words words = Words.in(language);
      for (String key : words.keys()) {
        assertThat(typeface.printable(words.of(key))).isEqualTo(words.of(key));
      }
    }
    String letters = "ăâîșț ĂÂÎȘȚ іїєґ ІЇЄҐ ёЁ ъыэ ñÑ üáéíóú ¿¡ºª €₴₽$£ «»„”“’–№";
    assertThat(typeface.printable(letters)).isEqualTo(letters);
  }

  @Test
  void the_law_of_the_sellers_country_names_the_document() {
    assertThat(Words.in("en").legal("RO").title(DocumentKind.CREDIT_NOTE))
        .isEqualTo("Notă de creditare");
    assertThat(Words.in("en").legal("ES").title(DocumentKind.CREDIT_NOTE))
        .isEqualTo("Factura rectificativa");
    assertThat(Words.in("ru").legal("UA").title(DocumentKind.INVOICE)).isEqualTo("Рахунок");
    assertThat(Words.in("es").legal("XX").title(DocumentKind.INVOICE)).isEqualTo("Factura");
  }

  @Test
  void values_are_never_read_as_patterns() {
    assertThat(Words.in("en").of("corrects", "{1}{0}", "{9}")).isEqualTo("Corrects {1}{0} of {9}.");
  }
}
