package org.kontor.system.client.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code docs/authorisation.tsv}: everything that the portal answers, and who may ask for it. */
record Authorisations(List<String> standings, List<Row> rows) {

  private static final int FIRST_STANDING = 4;

  static Authorisations read() {
    Path file = Path.of(System.getProperty("kontor.root")).resolve("docs/authorisation.tsv");
    try {
      List<String> lines = Files.readAllLines(file);
      List<String> head = Arrays.asList(lines.get(0).split("\t"));
      List<Row> rows = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        Map<String, String> cells = new LinkedHashMap<>();
        String[] values = line.split("\t");
        for (int i = 0; i < values.length; i++) {
          cells.put(head.get(i), values[i]);
        }
        rows.add(new Row(cells));
      }
      return new Authorisations(head.subList(FIRST_STANDING, head.size() - 2), rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Row> of(String what) {
    return rows.stream().filter(row -> row.cells().get("what").equals(what)).toList();
  }

  /** Pages, and what servlets answer to GET. */
  List<Row> read(String address) {
    return rows.stream()
        .filter(row -> !row.cells().get("what").matches("rest|action"))
        .filter(row -> !row.cells().get("address").startsWith("POST "))
        .filter(row -> address.isEmpty() || row.path().equals(address))
        .toList();
  }

  /** One line, by the names of its columns. */
  record Row(Map<String, String> cells) {

    /** The address alone. */
    String path() {
      return cells.get("address").replaceFirst("^(GET|POST) ", "").replaceFirst(" .*", "");
    }

    List<String> takes() {
      return cells.get("takes").equals("-") ? List.of() : List.of(cells.get("takes").split(","));
    }

    String of(String standing) {
      return cells.get(standing);
    }

    boolean isOpen() {
      return of("stranger").equals("open");
    }

    @Override
    public String toString() {
      return cells.get("address");
    }
  }
}
