package org.kontor.billing.policy.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.billing.policy.boundary.PackChange;
import org.kontor.domain.rules.Proves;

class PackDiffTest {

  private final String prim = PackReader.bundledSource("prim");

  @Test
  @Proves("S2.2")
  void S2_2_a_new_price_is_one_change_between_two_versions() {
    String next =
        prim.replace("version: 1", "version: 2")
            .replace("effectiveFrom: 2025-08-01", "effectiveFrom: 2026-05-01")
            .replace("fee: 249.00", "fee: 269.00");
    assertThat(PackDiff.between(prim, next))
        .containsExactly(
            new PackChange("version", "1", "2"),
            new PackChange("effectiveFrom", "2025-08-01", "2026-05-01"),
            new PackChange("catalogue.plans[start].fee", "249.00", "269.00"));
  }

  @Test
  void comments_order_and_the_way_a_number_is_written_do_not_count() {
    String same =
        prim.replace("fee: 249.00", "fee: 249").replaceAll("(?m)\\s+#.*$", "") + "\n# the end\n";
    assertThat(PackDiff.between(prim, same)).isEmpty();
  }

  @Test
  void an_entry_more_or_less_is_named_by_its_code() {
    String next =
        prim.replace(
            "        - {code: courier-cargus, name: {ro: Integrare curier Cargus}, kind: SWITCH,"
                + " fee: 35.00}\n",
            "");
    List<PackChange> changes = PackDiff.between(prim, next);
    assertThat(changes)
        .hasSize(4)
        .allSatisfy(
            change -> {
              assertThat(change.path())
                  .startsWith("catalogue.plans[start].components[courier-cargus].");
              assertThat(change.to()).isNull();
            });
    assertThat(PackDiff.between(next, prim))
        .allSatisfy(change -> assertThat(change.from()).isNull());
  }

  @Test
  void settings_for_programs_carry_amounts_as_decimal_text() {
    Map<String, Object> settings = PackSettings.of(prim.replace("fee: 249.00", "fee: 249"));
    assertThat(settings.toString()).contains("fee=249,").contains("invoiceDay=1");
    assertThat(settings.get("version")).isEqualTo(1L);
  }

  @Test
  void a_pack_in_json_is_the_same_pack() {
    JsonNode tree = SourceTree.read("prim.yaml", prim).root();
    String json = Canonical.json(tree);
    assertThat(PackReader.require("prim.json", json, null)).isEqualTo(PackReader.bundled("prim"));
    assertThat(PackDiff.between(prim, json)).isEmpty();
  }
}
