package org.kontor.domain.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads the compact form of {@link Expr} back. A damaged text is an {@link
 * IllegalArgumentException}.
 */
public final class ExprReader {

  private final String text;
  private int at;

  private ExprReader(String text) {
    this.text = text;
  }

  /** Reads a whole expression; damaged text is an {@link IllegalArgumentException}. */
  public static Expr read(String text) {
    ExprReader reader = new ExprReader(text);
    Expr expr = reader.expr();
    if (reader.at != text.length()) {
      throw reader.damaged();
    }
    return expr;
  }

  private Expr expr() {
    int start = at;
    while (at < text.length() && "(),=".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(start, at);
    if (at < text.length() && text.charAt(at) == '(') {
      return call(word);
    }
    if (at < text.length() && text.charAt(at) == '=') {
      at++;
      int from = at;
      while (at < text.length() && "(),=".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return new Expr.Num(word, number(text.substring(from, at)));
    }
    return new Expr.Num("", number(word));
  }

  private Expr call(String word) {
    List<Expr> args = new ArrayList<>();
    do {
      at++;
      args.add(expr());
    } while (at < text.length() && text.charAt(at) == ',');
    if (at >= text.length() || text.charAt(at) != ')') {
      throw damaged();
    }
    at++;
    if (word.equals("round") && args.size() == 2) {
      return new Expr.Round(args.get(0), args.get(1).value().intValueExact());
    }
    try {
      return new Expr.Call(Expr.Op.valueOf(word.toUpperCase(Locale.ROOT)), args);
    } catch (IllegalArgumentException e) {
      throw damaged();
    }
  }

  private BigDecimal number(String word) {
    try {
      return new BigDecimal(word);
    } catch (NumberFormatException e) {
      throw damaged();
    }
  }

  private IllegalArgumentException damaged() {
    return new IllegalArgumentException("damaged explanation at " + at + ": " + text);
  }
}
