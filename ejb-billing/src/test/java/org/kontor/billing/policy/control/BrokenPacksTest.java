package org.kontor.billing.policy.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kontor.billing.policy.boundary.PackError;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.rules.Proves;

/** A broken pack is refused with the place, the reason and the remedy of each mistake. */
class BrokenPacksTest {

  /** One entry of broken-packs.yaml, which says what its parts are. */
  record Case(
      String name,
      String pack,
      String find,
      String write,
      String path,
      String reason,
      String mend,
      boolean elsewhere) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> form() {
    return cases("form");
  }

  static Stream<Case> meaning() {
    return cases("meaning");
  }

  private static Stream<Case> cases(String part) {
    JsonNode list =
        SourceTree.read("broken-packs.yaml", Bundled.text("broken-packs.yaml")).root().get(part);
    return StreamSupport.stream(list.spliterator(), false)
        .map(
            node ->
                new Case(
                    node.get("name").textValue(),
                    node.get("pack").textValue(),
                    node.get("find").textValue(),
                    node.get("write").textValue(),
                    node.get("path").textValue(),
                    node.get("reason").textValue(),
                    node.get("mend").textValue(),
                    node.path("elsewhere").booleanValue()));
  }

  @ParameterizedTest
  @MethodSource({"form", "meaning"})
  @Proves("S2.8")
  void a_mistake_is_named_with_its_place_and_its_remedy(Case broken) {
    String clean = PackReader.bundledSource(broken.pack());
    assertThat(clean).contains(broken.find());
    String text =
        clean.replaceFirst(Pattern.quote(broken.find()), Matcher.quoteReplacement(broken.write()));

    List<PackError> errors = PackReader.read("pack.yaml", text, null).errors();

    PackError error =
        errors.stream()
            .filter(e -> e.path().equals(broken.path()))
            .findFirst()
            .orElseThrow(() -> new AssertionError("only " + errors));
    assertThat(error.reason()).contains(broken.reason());
    assertThat(error.mend()).contains(broken.mend());
    assertThat(error.file()).isEqualTo("pack.yaml");
    assertThat(error.column()).isPositive();
    if (!broken.write().isEmpty() && !broken.elsewhere()) {
      int line = (int) clean.substring(0, clean.indexOf(broken.find())).lines().count();
      boolean ownLine = clean.charAt(Math.max(0, clean.indexOf(broken.find()) - 1)) == '\n';
      assertThat(error.line()).isEqualTo(ownLine ? line + 1 : line);
    }
  }

  @Test
  void all_mistakes_are_found_at_once_in_the_order_of_the_file() {
    String text =
        PackReader.bundledSource("intrum")
            .replace("upTo: 10,", "upTo: 4,")
            .replace("metric: sms", "metric: smss")
            .replace("currency: RUB", "currency: RUX")
            .replace("maxDays: 3", "maxDays: 3");
    assertThat(PackReader.read("p.yaml", text, null).errors())
        .extracting(PackError::path)
        .containsExactly(
            "seller.currency",
            "catalogue.plans[0].tiers[1].upTo",
            "catalogue.plans[0].usage[0].metric");
  }

  @Test
  void a_missing_section_is_named_with_what_it_is_for() {
    String text = PackReader.bundledSource("prim").replaceAll("(?s)bounds:.*?\n\n", "");
    PackError error = PackReader.read("p.yaml", text, null).errors().get(0);
    assertThat(error.reason()).isEqualTo("The setting bounds is missing");
    assertThat(error.mend()).startsWith("Add `bounds: …`").contains("approval");
  }

  @Test
  void a_setting_written_twice_is_a_mistake_not_a_choice() {
    String text =
        PackReader.bundledSource("prim")
            .replace("  invoiceDay: 1 ", "  invoiceDay: 2\n  invoiceDay: 1 ");
    List<PackError> errors = PackReader.read("p.yaml", text, null).errors();
    assertThat(errors)
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.path()).isEqualTo("billing.invoiceDay");
              assertThat(e.reason()).contains("twice");
            });
  }

  @Test
  void aliases_and_tags_are_refused_so_that_no_text_can_grow_or_make_objects() {
    String bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n";
    assertThat(PackReader.read("p.yaml", bomb, null).errors())
        .isNotEmpty()
        .allSatisfy(e -> assertThat(e.reason()).contains("Anchors and aliases"));
    String tag = "code: !!java.net.URL [http://example.org]\n";
    assertThat(PackReader.read("p.yaml", tag, null).errors())
        .anySatisfy(e -> assertThat(e.reason()).contains("Type tags"));
  }

  @Test
  void an_anchored_value_and_a_number_with_leading_zeros_are_refused_in_a_new_pack() {
    String clean = PackReader.bundledSource("prim");
    for (String code : PackReader.bundledCodes()) {
      assertThat(unclear(PackReader.bundledSource(code))).as(code).isEmpty();
    }
    assertThat(unclear(clean.replace("code: prim", "code: &a prim")))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.path()).isEqualTo("code");
              assertThat(e.reason()).contains("Anchors and aliases");
            });
    assertThat(unclear(clean.replace("fee: 249.00", "fee: 0249")))
        .singleElement()
        .satisfies(e -> assertThat(e.path()).isEqualTo("catalogue.plans[0].fee"));
    assertThat(unclear(clean.replace("fee: 249.00", "fee: \"0249\""))).isEmpty();
    assertThat(unclear(clean.replace("Prim Contor S.R.L.", "A & B &c. S.R.L."))).isEmpty();
  }

  @Test
  void a_new_pack_whose_series_would_give_one_number_is_refused_at_its_pattern() {
    String text =
        PackReader.bundledSource("prim")
            .replace("\"PRM-{yyyy}-{n:6}\"", "\"A-{yyyy}-{n:1}\"")
            .replace("\"PRS-{yyyy}-{n:6}\"", "\"A-{yyyy}-1{n:1}\"");
    int line = (int) text.substring(0, text.indexOf("A-{yyyy}-1{n:1}")).lines().count();
    assertThat(unclear(text))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.path()).isEqualTo("seller.series[1].pattern");
              assertThat(e.line()).isEqualTo(line);
              assertThat(e.reason()).contains("PRM and PRS", "same number");
              assertThat(e.mend()).contains("other letters");
            });
  }

  private static List<PackError> unclear(String text) {
    PackReader.Reading reading = PackReader.read("p.yaml", text, null);
    assertThat(reading.errors()).isEmpty();
    return reading.follows(List.of(), LocalDate.MIN, List.of(), Map.of());
  }

  @Test
  void what_is_too_large_too_deep_or_no_text_at_all_is_refused() {
    assertThat(PackReader.read("p.yaml", "x".repeat(PackReader.MAX_BYTES + 1), null).errors())
        .singleElement()
        .satisfies(e -> assertThat(e.reason()).contains("larger than 1 MB"));
    assertThat(PackReader.read("p.yaml", "[".repeat(30) + "]".repeat(30), null).errors())
        .isNotEmpty();
    assertThat(PackReader.read("p.json", "{".repeat(5000), null).errors()).isNotEmpty();
    assertThat(PackReader.read("p.yaml", "", null).errors()).isNotEmpty();
    assertThat(PackReader.read("p.yaml", "a: [1\nb: 2", null).errors())
        .singleElement()
        .satisfies(e -> assertThat(e.line()).isEqualTo(2));
    assertThat(PackReader.read("p.yaml", "just a word", null).errors()).isNotEmpty();
    assertThat(PackReader.read("p.yaml", "a: 1\n---\nb: 2\n", null).errors())
        .singleElement()
        .satisfies(e -> assertThat(e.reason()).contains("second document"));
  }

  @Test
  void numbers_that_grow_and_floods_of_errors_are_cut_off() {
    String fee = PackReader.bundledSource("prim").replace("fee: 249.00", "fee: 1e-999999999");
    assertThat(PackReader.read("p.yaml", fee, null).errors())
        .singleElement()
        .satisfies(e -> assertThat(e.path()).isEqualTo("catalogue.plans[0].fee"));
    StringBuilder flood = new StringBuilder();
    for (int i = 0; i < 5000; i++) {
      flood.append("x").append(i).append(": 1\n");
    }
    assertThat(PackReader.read("p.yaml", flood.toString(), null).errors()).hasSize(100);
    for (String odd :
        List.of(".inf", "0x1F", "0777", "1_000", "+5e500", "1:30", "9".repeat(5000), "~")) {
      String text = PackReader.bundledSource("prim").replace("fee: 249.00", "fee: " + odd);
      assertThat(PackReader.read("p.yaml", text, null).errors()).as(odd).isNotEmpty();
    }
  }

  @Test
  void the_refusal_carries_every_error_for_programs() {
    String text = PackReader.bundledSource("prim").replace("currency: RON", "currency: RXN");
    assertThatThrownBy(() -> PackReader.require("prim.yaml", text, null))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.problem().code()).isEqualTo(ProblemCode.POLICY_INVALID);
              assertThat(refused.problem().detail()).startsWith("prim.yaml:");
              assertThat(refused.problem().data()).containsKey("errors");
            });
  }

  @Test
  void no_export_while_suspended_is_allowed_with_a_warning_in_the_union() {
    PackReader.Reading prim = PackReader.read("p.yaml", PackReader.bundledSource("prim"), null);
    assertThat(prim.warnings())
        .singleElement()
        .satisfies(w -> assertThat(w.path()).isEqualTo("access.exportWhileSuspended"));
    assertThat(PackReader.read("p.yaml", PackReader.bundledSource("intrum"), null).warnings())
        .isEmpty();
  }
}
