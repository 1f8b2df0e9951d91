package org.kontor.domain.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Whether two patterns of document numbers ({@code INV-{yyyy}-{n:6}}) can give the same number. */
final class NumberPattern {

  private static final Pattern COUNTER = Pattern.compile("\\{n(:\\d+)?}");

  /** Stands for one digit; the patterns themselves have no control characters. */
  private static final char DIGIT = '\u0001';

  /** Stands for any number of digits: a counter outgrows its padding. */
  private static final char DIGITS = '\u0002';

  private NumberPattern() {}

  /** In any year and for any counters; for patterns in which {@link SellerCheck} finds no fault. */
  static boolean canMeet(String one, String other) {
    return meet(signs(one), 0, signs(other), 0);
  }

  /**
   * Whether one series may go on with another pattern in the middle of a year: never twice the same
   * number, since they differ in nothing but the padding of the counter, or cannot meet at all.
   */
  static boolean canFollow(String earlier, String later) {
    return unpadded(earlier).equals(unpadded(later)) || !canMeet(earlier, later);
  }

  private static String unpadded(String pattern) {
    return COUNTER.matcher(pattern).replaceAll("{n}");
  }

  private static boolean meet(List<Character> a, int i, List<Character> b, int j) {
    if (i == a.size() && j == b.size()) {
      return true;
    }
    if (i < a.size() && a.get(i) == DIGITS) {
      return meet(a, i + 1, b, j) || j < b.size() && isDigit(b.get(j)) && meet(a, i, b, j + 1);
    }
    if (j < b.size() && b.get(j) == DIGITS) {
      return meet(b, j, a, i);
    }
    return i < a.size()
        && j < b.size()
        && (a.get(i).equals(b.get(j))
            || a.get(i) == DIGIT && isDigit(b.get(j))
            || b.get(j) == DIGIT && isDigit(a.get(i)))
        && meet(a, i + 1, b, j + 1);
  }

  /** A run of digits is consumed sign by sign, the open end of a counter included. */
  private static boolean isDigit(char sign) {
    return sign == DIGIT || sign == DIGITS || sign >= '0' && sign <= '9';
  }

  private static List<Character> signs(String pattern) {
    List<Character> signs = new ArrayList<>();
    int at = 0;
    while (at < pattern.length()) {
      int close = pattern.indexOf('}', at);
      if (pattern.charAt(at) != '{' || close < 0) {
        signs.add(pattern.charAt(at++));
        continue;
      }
      String key = pattern.substring(at + 1, close);
      int digits = key.equals("yyyy") ? 4 : Seller.Series.width(key);
      for (int i = 0; i < digits; i++) {
        signs.add(DIGIT);
      }
      if (!key.equals("yyyy")) {
        signs.add(DIGITS);
      }
      at = close + 1;
    }
    return signs;
  }
}
