package org.kontor.system.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * {@code docs/rules.tsv}: each rule of the product's rule list, what it says in a few words, and
 * the names of the tests that prove it, or {@code open}.
 *
 * @param rows by rule id, in the order of the file
 */
record RuleTable(Map<String, Row> rows) {

  static final String OPEN = "open";

  /** One line. */
  record Row(String says, List<String> proofs) {}

  static RuleTable read(Path file) throws IOException {
    Map<String, Row> rows = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.split("\t", -1);
      if (cells.length != 3) {
        throw new IllegalArgumentException(file + " needs three columns: " + line);
      }
      List<String> proofs = cells[2].equals(OPEN) ? List.of() : List.of(cells[2].split(", "));
      if (rows.put(cells[0], new Row(cells[1], proofs)) != null) {
        throw new IllegalArgumentException(file + " has two lines for " + cells[0]);
      }
    }
    return new RuleTable(rows);
  }

  /** The same rules with these proofs. */
  RuleTable provenBy(Map<String, ? extends Collection<String>> proofs) {
    Map<String, Row> renewed = new LinkedHashMap<>();
    rows.forEach(
        (id, row) ->
            renewed.put(
                id,
                new Row(
                    row.says(),
                    List.copyOf(
                        new TreeSet<>(proofs.containsKey(id) ? proofs.get(id) : List.of())))));
    return new RuleTable(renewed);
  }

  /** Rules that this table proves and the other one does not. */
  List<String> provenHereOnly(RuleTable other) {
    List<String> lost = new ArrayList<>();
    rows.forEach(
        (id, row) -> {
          if (!row.proofs().isEmpty() && other.rows().get(id).proofs().isEmpty()) {
            lost.add(id + " (was proven by " + String.join(", ", row.proofs()) + ")");
          }
        });
    return lost;
  }

  String text() {
    StringBuilder out = new StringBuilder();
    rows.forEach(
        (id, row) ->
            out.append(id)
                .append('\t')
                .append(row.says())
                .append('\t')
                .append(row.proofs().isEmpty() ? OPEN : String.join(", ", row.proofs()))
                .append('\n'));
    return out.toString();
  }
}
