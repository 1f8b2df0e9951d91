package org.kontor.domain.explain;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiFunction;
import org.kontor.domain.text.Formats;

/**
 * Arithmetic as people write it: {@code (2 990,00 fee ÷ 30) ≈ 99,67}. Built from the same data that
 * gives the amount, so that it cannot say anything else.
 */
public final class Spelled {

  private final Formats formats;
  private final BiFunction<String, BigDecimal, String> words;

  /**
   * @param words what an input is called by its name, for example {@code fee}, beside its value
   */
  public Spelled(Formats formats, BiFunction<String, BigDecimal, String> words) {
    this.formats = formats;
    this.words = words;
  }

  /** The whole calculation with its result. */
  public String of(Expr expr) {
    if (expr instanceof Expr.Round round) {
      boolean exact = round.arg().value().compareTo(round.value()) == 0;
      return bare(round.arg()) + (exact ? " = " : " ≈ ") + number(round.value());
    }
    return bare(expr) + " = " + number(expr.value());
  }

  private String bare(Expr expr) {
    if (expr instanceof Expr.Num num) {
      return num.name().isEmpty()
          ? number(num.value())
          : number(num.value()) + " " + words.apply(num.name(), num.value());
    }
    if (expr instanceof Expr.Round round) {
      return "⌊" + bare(round.arg()) + "⌉";
    }
    Expr.Call call = (Expr.Call) expr;
    return switch (call.op()) {
      case ADD -> joined(call.args(), " + ");
      case SUB -> joined(call.args(), " − ");
      case MUL -> joined(call.args(), " × ");
      case DIV -> joined(call.args(), " ÷ ");
      case MAX -> "max(" + listed(call.args()) + ")";
      case MIN -> "min(" + listed(call.args()) + ")";
    };
  }

  private String joined(List<Expr> args, String sign) {
    StringBuilder out = new StringBuilder();
    for (Expr arg : args) {
      String text = bare(arg);
      boolean compound = arg instanceof Expr.Call call && call.op().ordinal() <= 3;
      out.append(out.isEmpty() ? "" : sign).append(compound ? "(" + text + ")" : text);
    }
    return out.toString();
  }

  private String listed(List<Expr> args) {
    return String.join("; ", args.stream().map(this::bare).toList());
  }

  private String number(BigDecimal value) {
    return formats.number(value, Math.max(0, value.scale()));
  }
}
