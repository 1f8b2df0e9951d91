package org.kontor.billing.document.control;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.kontor.billing.document.control.Grid.Cell;
import org.kontor.billing.document.control.Grid.Column;
import org.kontor.billing.document.control.Style.Ink;
import org.kontor.domain.ledger.AccountStatement;
import org.kontor.domain.ledger.AccountStatement.Row;
import org.kontor.domain.money.Money;

/** Draws a statement: parties, movements by months, sums and their check, seal. */
final class StatementPrint {

  private static final int WHAT = 1;
  private static final float TOTALS = 240;
  private static final float WIDEST_FACT = 150;

  /** A month's heading, the head of its table and a row stay together. */
  private static final float MONTH = 74;

  private final Sheet sheet;
  private final PrintedStatement printed;
  private final AccountStatement statement;
  private final Words words;
  private final Figures figures;

  private StatementPrint(Sheet sheet, PrintedStatement printed, Words words) {
    this.sheet = sheet;
    this.printed = printed;
    statement = printed.statement();
    this.words = words;
    figures = new Figures(words.language());
  }

  /** The file: A4, PDF/A-2a and PDF/UA-1; the same for the same statement. */
  static byte[] print(PrintedStatement printed, Typeface typeface) {
    Words words = Words.in(printed.language());
    try (Sheet sheet = new Sheet(typeface)) {
      StatementPrint print = new StatementPrint(sheet, printed, words);
      String period = print.figures.period(printed.statement().period());
      String title = words.of("title.STATEMENT") + " " + period;
      String author = printed.seller().legalName();
      Conformance.declare(sheet.document(), title, author, words.language(), printed.madeAt());
      print.draw(period);
      String pages = Integer.toString(sheet.pages());
      String foot = author + " · " + title + " · " + printed.reference();
      sheet.foot(foot, n -> words.of("foot.page", Integer.toString(n), pages));
      return sheet.bytes();
    }
  }

  private void draw(String period) {
    Parties.brand(sheet, printed.seller());
    PDStructureElement heading = sheet.tags().add(sheet.tags().root(), "H1");
    line(heading, words.of("title.STATEMENT"), Style.TITLE);
    line(heading, period, Style.NUMBER);
    sheet.down(2);
    String moment = figures.moment(printed.madeAt(), printed.zone());
    paragraph("P", words.of("statement.made", moment, printed.maker()), Style.QUIET);
    facts();
    Parties.draw(sheet, printed.seller(), printed.buyer(), words);
    movements();
    totals();
    seal();
  }

  private void line(PDStructureElement owner, String text, Style style) {
    for (String line : sheet.wrap(text, style, Sheet.WIDTH)) {
      sheet.text(owner, Sheet.LEFT, sheet.y(), style, line);
      sheet.down(style.leading());
    }
  }

  private void facts() {
    sheet.down(14);
    float top = sheet.y();
    String count = Integer.toString(statement.rows().size());
    float x = fact(Sheet.LEFT, top, words.of("statement.customer"), printed.reference());
    float end = sheet.y();
    x = fact(x, top, words.of("statement.opening"), figures.money(statement.opening()));
    fact(x, top, words.of("statement.count"), count);
    PDStructureElement closing = sheet.tags().add(sheet.tags().root(), "P");
    sheet.textRight(closing, Sheet.RIGHT, top, Style.LABEL, words.of("statement.closing"));
    String amount = figures.money(statement.closing());
    sheet.textRight(closing, Sheet.RIGHT, top + 10.5f, Style.DUE, amount);
    sheet.moveTo(Math.max(top + 38, end + 12));
  }

  private float fact(float x, float top, String label, String value) {
    PDStructureElement fact = sheet.tags().add(sheet.tags().root(), "P");
    sheet.text(fact, x, top, Style.LABEL, label);
    sheet.moveTo(top + 13);
    float widest = sheet.width(label, Style.LABEL);
    for (String line : sheet.wrap(value, Style.BODY, WIDEST_FACT)) {
      sheet.text(fact, x, sheet.y(), Style.BODY, line);
      sheet.down(Style.BODY.leading());
      widest = Math.max(widest, sheet.width(line, Style.BODY));
    }
    return x + widest + 26;
  }

  private void movements() {
    if (statement.rows().isEmpty()) {
      paragraph("P", words.of("statement.none"), Style.BODY);
      return;
    }
    String currency = statement.opening().currency().getCurrencyCode();
    List<Column> columns =
        List.of(
            new Column(words.of("statement.day"), false),
            new Column(words.of("statement.what"), false),
            new Column(words.of("statement.amount", currency), true),
            new Column(words.of("statement.balance", currency), true));
    Grid grid = new Grid(sheet, Sheet.LEFT, Sheet.WIDTH, columns, WHAT, true);
    List<List<Cell>> all = new ArrayList<>(statement.rows().size());
    Map<YearMonth, List<List<Cell>>> months = new LinkedHashMap<>();
    for (Row row : statement.rows()) {
      List<Cell> cells = cells(row);
      all.add(cells);
      months.computeIfAbsent(YearMonth.from(row.date()), month -> new ArrayList<>()).add(cells);
    }
    float[] widths = grid.widths(all);
    months.forEach(
        (month, rows) -> {
          if (!sheet.fits(MONTH)) {
            sheet.turn();
          }
          paragraph("H2", heading(month), Style.HEADING);
          sheet.down(6);
          grid.draw(rows, widths);
          sheet.down(16);
        });
  }

  private String heading(YearMonth month) {
    String name = figures.month(month);
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private List<Cell> cells(Row row) {
    return List.of(
        Cell.of(figures.date(row.date())),
        Cell.of(what(row)),
        Cell.of(figures.amount(row.amount())),
        Cell.of(figures.amount(row.balance())));
  }

  private String what(Row row) {
    String kind = words.of("movement." + row.kind());
    String method = "method." + row.name();
    String name = words.has(method) ? words.of(method) : row.name();
    return name.isBlank() ? kind : kind + " · " + name;
  }

  /** They stay together with their check. */
  private void totals() {
    if (!sheet.fits(150)) {
      sheet.turn();
    }
    sheet.down(4);
    PDStructureElement table = sheet.tags().add(sheet.tags().root(), "Table");
    total(table, "statement.opening", statement.opening(), Style.BODY);
    total(table, "statement.in", statement.in(), Style.BODY);
    total(table, "statement.out", statement.out().negated(), Style.BODY);
    sheet.rule(Sheet.RIGHT - TOTALS, Sheet.RIGHT, sheet.y(), 0.8f, Ink.BLACK);
    sheet.down(8);
    total(table, "statement.closing", statement.closing(), Style.DUE);
    sheet.down(2);
    String check =
        words.of(
            "statement.check",
            figures.amount(statement.opening()),
            figures.amount(statement.in()),
            figures.amount(statement.out()),
            figures.amount(statement.closing()));
    PDStructureElement checked = sheet.tags().add(sheet.tags().root(), "P");
    for (String line : sheet.wrap(check, Style.QUIET, Sheet.WIDTH)) {
      sheet.textRight(checked, Sheet.RIGHT, sheet.y(), Style.QUIET, line);
      sheet.down(Style.QUIET.leading());
    }
  }

  private void total(PDStructureElement table, String word, Money amount, Style style) {
    PDStructureElement row = sheet.tags().add(table, "TR");
    float from = Sheet.RIGHT - TOTALS;
    sheet.text(sheet.tags().heading(row, "Row"), from, sheet.y(), style, words.of(word));
    PDStructureElement cell = sheet.tags().add(row, "TD");
    sheet.textRight(cell, Sheet.RIGHT, sheet.y(), style, figures.money(amount));
    sheet.down(style.leading() + 4);
  }

  /** What proves the figures afterwards, in small type. */
  private void seal() {
    PrintedStatement.Seal seal = printed.seal();
    sheet.down(18);
    if (!sheet.fits(seal == null ? 30 : 118)) {
      sheet.turn();
    }
    sheet.rule(Sheet.LEFT, Sheet.RIGHT, sheet.y(), 0.4f, Ink.HAIRLINE);
    sheet.down(10);
    if (seal != null) {
      paragraph("H2", words.of("statement.seal"), Style.HEADING);
      sheet.down(2);
      paragraph("P", words.of("statement.seal.what", printed.seller().email()), Style.QUIET);
      sheet.down(4);
    }
    paragraph("P", "SHA-256: " + statement.digest(), Style.TINY);
    if (seal != null) {
      paragraph("P", words.of("statement.key", seal.kid()), Style.TINY);
      PDStructureElement text = sheet.tags().add(sheet.tags().root(), "P");
      for (String line : unhyphenated(seal.text())) {
        sheet.text(text, Sheet.LEFT, sheet.y(), Style.TINY, line);
        sheet.down(Style.TINY.leading());
      }
    }
  }

  /** Lines of which none ends with a hyphen: some readers drop it when text is copied. */
  private List<String> unhyphenated(String text) {
    List<String> lines = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = text.length();
      String first = sheet.wrap(text.substring(at), Style.TINY, Sheet.WIDTH).get(0);
      if (at + first.length() < end) {
        end = at + first.length();
        while (text.charAt(end - 1) == '-' && end > at + 1) {
          end--;
        }
      }
      lines.add(text.substring(at, end));
      at = end;
    }
    return lines;
  }

  private void paragraph(String type, String text, Style style) {
    Paragraph.draw(sheet, type, text, style, Sheet.LEFT, Sheet.WIDTH);
  }
}
