package org.kontor.system.client.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Texts that want to be more than texts; each that could run calls {@code zq9}. */
public final class Payloads {

  /** As long as a name may be, with some room. */
  private static final int TOGETHER = 190;

  private Payloads() {}

  public static List<String> all() {
    try (InputStream file = Payloads.class.getResourceAsStream("/payloads.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All of them, as many in a name as fit. */
  public static List<String> names() {
    List<String> names = new ArrayList<>();
    String name = "";
    for (String payload : all()) {
      String longer = name.isEmpty() ? payload : name + " " + payload;
      if (longer.length() > TOGETHER) {
        names.add(name);
        longer = payload;
      }
      name = longer;
    }
    names.add(name);
    return names;
  }

  /** Without what a page or a mail may break differently. */
  public static String bare(String text) {
    return text.replaceAll("[\\s\\p{Cc}\\p{Z}]+", "");
  }

  /** What a person's name may not hold: what no keyboard types. */
  static boolean isNoName(String text) {
    return text.matches("(?s).*[\\p{Cc}\\p{Cf}\\p{Zl}].*");
  }
}
