package org.kontor.domain.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * The arithmetic of an amount as data: the engine builds it, takes its value, and stores it, so
 * that the amount and its explanation cannot differ.
 *
 * <p>Written compactly, for example {@code round(div(fee=2990.00,30),2)}.
 */
public sealed interface Expr {

  /** Exact enough for a quotient that is rounded to money afterwards. */
  MathContext PRECISION = new MathContext(34, RoundingMode.HALF_UP);

  BigDecimal value();

  /** Appends the compact form. */
  void write(StringBuilder out);

  /** A named input, or an unnamed constant when {@code name} is empty. */
  record Num(String name, BigDecimal value) implements Expr {
    @Override
    public void write(StringBuilder out) {
      if (!name.isEmpty()) {
        out.append(name).append('=');
      }
      out.append(value.toPlainString());
    }
  }

  /** {@code add} and {@code mul} take any number of arguments, the others two. */
  enum Op {
    ADD,
    SUB,
    MUL,
    DIV,
    MAX,
    MIN;

    final String word = name().toLowerCase(java.util.Locale.ROOT);
  }

  record Call(Op op, List<Expr> args) implements Expr {
    public Call {
      args = List.copyOf(args);
      if (args.size() < 2) {
        throw new IllegalArgumentException(op + " needs two arguments");
      }
    }

    @Override
    public BigDecimal value() {
      BigDecimal result = args.get(0).value();
      for (int i = 1; i < args.size(); i++) {
        result = apply(result, args.get(i).value());
      }
      return result;
    }

    private BigDecimal apply(BigDecimal a, BigDecimal b) {
      return switch (op) {
        case ADD -> a.add(b);
        case SUB -> a.subtract(b);
        case MUL -> a.multiply(b);
        case DIV -> a.divide(b, PRECISION);
        case MAX -> a.max(b);
        case MIN -> a.min(b);
      };
    }

    @Override
    public void write(StringBuilder out) {
      out.append(op.word);
      char separator = '(';
      for (Expr arg : args) {
        out.append(separator);
        arg.write(out);
        separator = ',';
      }
      out.append(')');
    }
  }

  /** Half up to {@code scale} digits after the point: the one named rounding. */
  record Round(Expr arg, int scale) implements Expr {
    @Override
    public BigDecimal value() {
      return arg.value().setScale(scale, RoundingMode.HALF_UP);
    }

    @Override
    public void write(StringBuilder out) {
      out.append("round(");
      arg.write(out);
      out.append(',').append(scale).append(')');
    }
  }

  static Expr num(String name, BigDecimal value) {
    return new Num(name, value);
  }

  static Expr num(String name, long value) {
    return new Num(name, BigDecimal.valueOf(value));
  }

  static Expr constant(long value) {
    return new Num("", BigDecimal.valueOf(value));
  }

  static Expr add(Expr... args) {
    return new Call(Op.ADD, List.of(args));
  }

  static Expr sub(Expr a, Expr b) {
    return new Call(Op.SUB, List.of(a, b));
  }

  static Expr mul(Expr... args) {
    return new Call(Op.MUL, List.of(args));
  }

  static Expr div(Expr a, Expr b) {
    return new Call(Op.DIV, List.of(a, b));
  }

  static Expr round(Expr arg, int scale) {
    return new Round(arg, scale);
  }
}
