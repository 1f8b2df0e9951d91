package org.kontor.domain.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Collects every fault of a pack, so that its author sees all of them at once. */
final class Faults {

  private final List<PolicyFault> list = new ArrayList<>();

  void add(String path, String reason, String mend) {
    list.add(new PolicyFault(path, reason, mend));
  }

  void when(boolean wrong, String path, String reason, String mend) {
    if (wrong) {
      add(path, reason, mend);
    }
  }

  /** Codes must name one thing each. */
  <T> void unique(String path, List<T> items, Function<T, String> code) {
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < items.size(); i++) {
      Integer before = first.putIfAbsent(code.apply(items.get(i)), i);
      if (before != null) {
        add(
            at(path, i) + ".code",
            "The code " + code.apply(items.get(i)) + " is taken by " + at(path, before),
            "Give each entry its own code.");
      }
    }
  }

  /** A name must exist in every language of the seller. */
  void texts(String path, Texts texts, List<String> languages) {
    Set<String> missing = new HashSet<>(languages);
    missing.removeAll(texts.byLanguage().keySet());
    for (String language : languages) {
      when(
          missing.contains(language),
          path,
          "There is no text in the seller's language " + language,
          "Add `" + language + ": …`, or take the language out of seller.languages.");
    }
  }

  List<PolicyFault> all() {
    return List.copyOf(list);
  }

  static String at(String path, int index) {
    return path + "[" + index + "]";
  }
}
