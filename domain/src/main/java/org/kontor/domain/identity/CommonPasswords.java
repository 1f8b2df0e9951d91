package org.kontor.domain.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What leaked lists of passwords have most often: the 3,000 first words, and all that is as long as
 * a password must be. From zxcvbn-ts (MIT), which gathered them.
 */
final class CommonPasswords {

  /** What people hang on to a word to make it long enough. */
  private static final String ENDS = "^[\\p{N}\\p{Punct}\\s]+|[\\p{N}\\p{Punct}\\s]+$";

  private static final Set<String> ALL = read();

  private CommonPasswords() {}

  /**
   * Whether it is one of them, one of them twice or more, or one with figures and signs around it.
   *
   * @param lower in lower case
   */
  static boolean isOne(String lower) {
    String bare = lower.replaceAll(ENDS, "");
    return ALL.contains(lower) || ALL.contains(bare) || isRepeated(bare);
  }

  private static boolean isRepeated(String text) {
    for (int times = 2; times <= text.length() / 4; times++) {
      int length = text.length() / times;
      String part = text.substring(0, length);
      if (part.repeat(times).equals(text) && ALL.contains(part)) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                CommonPasswords.class.getResourceAsStream("common-passwords.txt"),
                StandardCharsets.UTF_8))) {
      return lines.lines().collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
