package org.kontor.billing.policy.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The packs that come with the product, one for each of the five rule sets, and the schema. */
final class Bundled {

  /** Vendor codes of the bundled packs, S1 to S5. */
  static final List<String> CODES =
      List.of("prim", "intrum", "kabinet", "perfectum", "prestaimport");

  private static final String FOLDER = "/policy-packs/";

  private Bundled() {}

  static String pack(String code) {
    if (!CODES.contains(code)) {
      throw new IllegalArgumentException("no bundled pack " + code + ", there are " + CODES);
    }
    return text(file(code));
  }

  static String file(String code) {
    return code + ".yaml";
  }

  static String text(String name) {
    try (InputStream in = Bundled.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("the build left out " + FOLDER + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
