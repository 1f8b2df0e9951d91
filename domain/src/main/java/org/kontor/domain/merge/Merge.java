package org.kontor.domain.merge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Three versions of the same fields made one: what somebody saw, what it made of that, and what is
 * stored by now. A field that one side changed is taken from that side; one that both changed alike
 * is taken as it is; one that both changed differently is nobody's to decide but a person's.
 *
 * @param values each field once; of a contested one, what this person made of it
 * @param contested fields that both changed differently, in the order of the fields
 */
public record Merge(Map<String, String> values, Set<String> contested) {

  public Merge {
    values = Map.copyOf(values);
    contested = Collections.unmodifiableSet(new LinkedHashSet<>(contested));
  }

  /**
   * @param base as this person saw it; a field that it lacks was seen by nobody, and counts as it
   *     is stored
   * @param mine as this person left it; says which fields there are
   * @param theirs as it is stored now, with at least these fields
   */
  public static Merge of(
      Map<String, String> base, Map<String, String> mine, Map<String, String> theirs) {
    Map<String, String> values = new LinkedHashMap<>();
    Set<String> contested = new LinkedHashSet<>();
    mine.forEach(
        (field, wanted) -> {
          String stored = theirs.get(field);
          String seen = base.getOrDefault(field, stored);
          boolean untouched = wanted.equals(seen);
          if (!untouched && !stored.equals(seen) && !stored.equals(wanted)) {
            contested.add(field);
          }
          values.put(field, untouched ? stored : wanted);
        });
    return new Merge(values, contested);
  }

  /** Whether somebody else's change is among the values beside this person's own. */
  public boolean joins(Map<String, String> mine) {
    return !values.equals(mine);
  }
}
