package org.kontor.domain.identity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What makes a password good: length, and not being what anybody would try first. No rules of
 * composition: they make passwords worse (OWASP ASVS 5.0, 6.2).
 */
public final class PasswordRule {

  public static final int SHORTEST = 12;

  /** Longer ones are refused: hashing takes what it is given. */
  public static final int LONGEST = 256;

  private static final int DIFFERENT = 5;
  private static final int SHORTEST_WORD = 3;
  private static final String ROWS = "qwertyuiopasdfghjklzxcvbnm1234567890йцукенгшщзхъфывапролджэ";

  /** What is wrong with a password. */
  public enum Fault {
    TOO_SHORT,
    TOO_LONG,
    /** A few characters over and over, or a run of the keyboard. */
    MONOTONOUS,
    /** Made of what everybody takes, or of the person's own name, address or vendor. */
    GUESSED
  }

  private PasswordRule() {}

  /**
   * @param password in code points as typed
   * @param known words that whoever attacks this person would try: name, mail address, vendor
   */
  public static Optional<Fault> fault(String password, List<String> known) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      return Optional.of(Fault.TOO_SHORT);
    }
    if (length > LONGEST) {
      return Optional.of(Fault.TOO_LONG);
    }
    String lower = password.toLowerCase(Locale.ROOT);
    if (lower.codePoints().distinct().count() < DIFFERENT || isRun(lower)) {
      return Optional.of(Fault.MONOTONOUS);
    }
    String rest = lower;
    for (String word : known) {
      for (String part : word.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
        if (part.length() >= SHORTEST_WORD) {
          rest = rest.replace(part, "");
        }
      }
    }
    boolean guessed = rest.length() < SHORTEST / 2 || CommonPasswords.isOne(lower);
    return guessed ? Optional.of(Fault.GUESSED) : Optional.empty();
  }

  /** Whether most neighbours are neighbours on the keyboard or in the alphabet too. */
  private static boolean isRun(String text) {
    int near = 0;
    for (int i = 1; i < text.length(); i++) {
      char a = text.charAt(i - 1);
      char b = text.charAt(i);
      int keys = Math.abs(ROWS.indexOf(a) - ROWS.indexOf(b));
      boolean onKeyboard = ROWS.indexOf(a) >= 0 && ROWS.indexOf(b) >= 0 && keys <= 1;
      near += onKeyboard || Math.abs(a - b) <= 1 ? 1 : 0;
    }
    return near * 4 >= (text.length() - 1) * 3;
  }
}
