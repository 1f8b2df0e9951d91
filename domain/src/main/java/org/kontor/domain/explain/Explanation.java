package org.kontor.domain.explain;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why an amount is what it is: the rules applied, the policy version, the facts, the arithmetic.
 *
 * <p>Stored compactly beside the amount (a million charges a day carry one each) as {@code
 * rules|policy|facts|arithmetic}, for example {@code
 * S2.8,S2.9|intrum@1|tier=1-5,headcount=5|round(div(fee=2990.00,30),2)}, and can be run again with
 * {@link #recompute}.
 *
 * @param rules ids of RULES, in the order applied
 * @param policy code and version of the policy pack, {@code code@version}
 * @param facts inputs that are words or dates; keys and values without {@code | , =}
 * @param arithmetic what gives the amount
 */
public record Explanation(
    List<String> rules, String policy, Map<String, String> facts, Expr arithmetic) {

  public Explanation {
    rules = List.copyOf(rules);
  }

  /** The amount, computed from the stored inputs only. */
  public BigDecimal recompute() {
    return arithmetic.value();
  }

  /** The compact form that is stored. */
  public String compact() {
    StringBuilder out = new StringBuilder(96);
    for (int i = 0; i < rules.size(); i++) {
      out.append(i == 0 ? "" : ",").append(rules.get(i));
    }
    out.append('|').append(policy).append('|');
    boolean first = true;
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      out.append(first ? "" : ",").append(fact.getKey()).append('=').append(clean(fact.getValue()));
      first = false;
    }
    out.append('|');
    arithmetic.write(out);
    return out.toString();
  }

  /** Reads what {@link #compact} wrote; damaged text is an {@link IllegalArgumentException}. */
  public static Explanation parse(String compact) {
    String[] parts = compact.split("\\|", -1);
    if (parts.length != 4) {
      throw new IllegalArgumentException("damaged explanation: " + compact);
    }
    Map<String, String> facts = new LinkedHashMap<>();
    if (!parts[2].isEmpty()) {
      for (String fact : parts[2].split(",", -1)) {
        int equals = fact.indexOf('=');
        facts.put(fact.substring(0, equals), fact.substring(equals + 1));
      }
    }
    List<String> rules = parts[0].isEmpty() ? List.of() : List.of(parts[0].split(","));
    return new Explanation(rules, parts[1], facts, ExprReader.read(parts[3]));
  }

  private static String clean(String value) {
    return value.indexOf('|') < 0 && value.indexOf(',') < 0 && value.indexOf('=') < 0
        ? value
        : value.replace('|', '/').replace(',', ';').replace('=', ':');
  }
}
