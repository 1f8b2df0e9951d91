package org.kontor.system.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/rules.tsv} true: it is written from the tests, and no proof is lost unseen. */
class RulesTest {

  private static final int[] RULES_OF_VENDOR = {39, 36, 45, 38, 33};

  private static final Path ROOT =
      Path.of(System.getProperty("basedir", ".")).toAbsolutePath().normalize().getParent();
  private static final Path TABLE = ROOT.resolve("docs/rules.tsv");

  @Test
  void the_table_has_each_of_the_191_rules_once_in_order() throws IOException {
    List<String> ids = new ArrayList<>();
    for (int vendor = 1; vendor <= RULES_OF_VENDOR.length; vendor++) {
      for (int rule = 1; rule <= RULES_OF_VENDOR[vendor - 1]; rule++) {
        ids.add("S" + vendor + "." + rule);
      }
    }
    assertThat(ids).hasSize(191);
    assertThat(RuleTable.read(TABLE).rows().keySet()).containsExactlyElementsOf(ids);
  }

  @Test
  void the_table_names_the_tests_that_prove_each_rule() throws IOException {
    RuleTable written = RuleTable.read(TABLE);
    Proofs proofs = Proofs.in(ROOT, written.rows().keySet());
    assertThat(proofs.faults()).as("faults of @Proves").isEmpty();
    RuleTable proven = written.provenBy(proofs.tests());
    assertThat(written.provenHereOnly(proven))
        .as("rules that lost their proof; mend the tests, or write 'open' yourself")
        .isEmpty();
    if (!proven.text().equals(Files.readString(TABLE))) {
      Files.writeString(TABLE, proven.text());
      fail("docs/rules.tsv was out of date and has been written anew: look at it and commit");
    }
  }
}
