package org.kontor.billing.document.control;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.kontor.billing.document.control.Style.Ink;

/**
 * A table with a head that is repeated on each page, hairlines between its rows and columns as wide
 * as their widest cell; one column takes what is left and breaks its lines.
 */
final class Grid {

  private static final float GAP = 12;
  private static final float PADDING = 4;

  /** No column but the elastic one takes more of the table than this. */
  private static final float WIDEST = 0.24f;

  private final Sheet sheet;
  private final float left;
  private final float width;
  private final List<Column> columns;
  private final int elastic;
  private final boolean mayTurn;

  /**
   * @param elastic index of the column that takes what is left
   * @param mayTurn whether it may go on on the next page
   */
  Grid(Sheet sheet, float left, float width, List<Column> columns, int elastic, boolean mayTurn) {
    this.sheet = sheet;
    this.left = left;
    this.width = width;
    this.columns = columns;
    this.elastic = elastic;
    this.mayTurn = mayTurn;
  }

  /**
   * @param amounts right-aligned
   */
  record Column(String head, boolean amounts) {}

  /**
   * @param below second, quiet paragraph; empty where there is none
   */
  record Cell(String text, String below, Style style) {
    static Cell of(String text) {
      return new Cell(text, "", Style.BODY);
    }
  }

  /** One drawn line of a cell. */
  private record Line(String text, Style style) {}

  void draw(List<List<Cell>> rows) {
    draw(rows, widths(rows));
  }

  /**
   * The same with columns as wide as in other tables of the document.
   *
   * @param widths see {@link #widths}
   */
  void draw(List<List<Cell>> rows, float[] widths) {
    PDStructureElement table = sheet.tags().add(sheet.tags().root(), "Table");
    head(sheet.tags().add(sheet.tags().add(table, "THead"), "TR"), widths);
    PDStructureElement body = sheet.tags().add(table, "TBody");
    for (List<Cell> row : rows) {
      row(sheet.tags().add(body, "TR"), row, widths);
    }
  }

  /** Of the columns, in points, so that these rows stand in them. */
  float[] widths(List<List<Cell>> rows) {
    float[] widths = new float[columns.size()];
    float rest = width - GAP * (columns.size() - 1);
    for (int i = 0; i < widths.length; i++) {
      if (i != elastic) {
        float widest = sheet.width(columns.get(i).head(), Style.LABEL);
        for (List<Cell> row : rows) {
          widest = Math.max(widest, sheet.width(row.get(i).text(), row.get(i).style()));
        }
        // A hair more, so that rounding never breaks the widest cell
        widths[i] = Math.min(widest + 0.1f, width * WIDEST);
        rest -= widths[i];
      }
    }
    widths[elastic] = rest;
    return widths;
  }

  /**
   * @param row null where it is repeated
   */
  private void head(PDStructureElement row, float[] widths) {
    List<List<String>> heads = new ArrayList<>();
    int most = 1;
    for (int i = 0; i < widths.length; i++) {
      heads.add(sheet.wrap(columns.get(i).head(), Style.LABEL, widths[i]));
      most = Math.max(most, heads.get(i).size());
    }
    float x = left;
    for (int i = 0; i < widths.length; i++) {
      PDStructureElement cell = row == null ? null : sheet.tags().heading(row, "Column");
      List<String> lines = heads.get(i);
      float top = sheet.y() + (most - lines.size()) * Style.LABEL.leading();
      for (String line : lines) {
        float at = columns.get(i).amounts() ? x + widths[i] - sheet.width(line, Style.LABEL) : x;
        if (cell == null) {
          sheet.decoration(at, top, Style.LABEL, line);
        } else {
          sheet.text(cell, at, top, Style.LABEL, line);
        }
        top += Style.LABEL.leading();
      }
      x += widths[i] + GAP;
    }
    sheet.down(most * Style.LABEL.leading() + PADDING);
    sheet.rule(left, left + width, sheet.y(), 0.8f, Ink.BLACK);
    sheet.down(0.8f);
  }

  private void row(PDStructureElement row, List<Cell> cells, float[] widths) {
    List<List<Line>> columnLines = new ArrayList<>();
    List<PDStructureElement> elements = new ArrayList<>();
    int most = 0;
    for (int i = 0; i < cells.size(); i++) {
      columnLines.add(lines(cells.get(i), widths[i]));
      elements.add(sheet.tags().add(row, "TD"));
      most = Math.max(most, columnLines.get(i).size());
    }
    float height = most * Style.BODY.leading() + 2 * PADDING + 0.4f;
    if (mayTurn && !sheet.fits(height) && height < Sheet.room() / 2) {
      turn(widths);
    }
    sheet.down(PADDING);
    for (int line = 0; line < most; line++) {
      if (mayTurn && !sheet.fits(Style.BODY.leading())) {
        turn(widths);
        sheet.down(PADDING);
      }
      line(elements, columnLines, line, widths);
      sheet.down(Style.BODY.leading());
    }
    sheet.down(PADDING);
    sheet.rule(left, left + width, sheet.y(), 0.4f, Ink.HAIRLINE);
    sheet.down(0.4f);
  }

  private void turn(float[] widths) {
    sheet.turn();
    head(null, widths);
  }

  private void line(
      List<PDStructureElement> elements, List<List<Line>> cells, int line, float[] widths) {
    float x = left;
    for (int i = 0; i < cells.size(); i++) {
      if (line < cells.get(i).size()) {
        Line drawn = cells.get(i).get(line);
        float at =
            columns.get(i).amounts() ? x + widths[i] - sheet.width(drawn.text(), drawn.style()) : x;
        sheet.text(elements.get(i), at, sheet.y(), drawn.style(), drawn.text());
      }
      x += widths[i] + GAP;
    }
  }

  private List<Line> lines(Cell cell, float cellWidth) {
    List<Line> lines = new ArrayList<>();
    sheet
        .wrap(cell.text(), cell.style(), cellWidth)
        .forEach(text -> lines.add(new Line(text, cell.style())));
    if (!cell.below().isEmpty()) {
      sheet
          .wrap(cell.below(), Style.QUIET, cellWidth)
          .forEach(text -> lines.add(new Line(text, Style.QUIET)));
    }
    return lines;
  }
}
