package org.kontor.billing.document.control;

import io.nayuki.qrcodegen.QrCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.kontor.billing.document.control.Grid.Cell;
import org.kontor.billing.document.control.Grid.Column;
import org.kontor.domain.policy.Seller;

/** Draws how to pay by transfer (S5.18, PAGES C07), for whoever types it at the bank. */
final class TransferPrint {

  private static final int NUMBER = 0;
  private static final float LABELS = 130;

  /** 42 mm: cameras of telephones read it from paper. */
  private static final float CODE = 120;

  private final Sheet sheet;
  private final PrintedTransfer transfer;
  private final Words words;
  private final Figures figures;

  private TransferPrint(Sheet sheet, PrintedTransfer transfer, Words words) {
    this.sheet = sheet;
    this.transfer = transfer;
    this.words = words;
    figures = new Figures(words.language());
  }

  /** The file: A4, PDF/A-2a and PDF/UA-1; the same for the same instructions. */
  static byte[] print(PrintedTransfer transfer, Typeface typeface) {
    Words words = Words.in(transfer.language());
    try (Sheet sheet = new Sheet(typeface)) {
      TransferPrint print = new TransferPrint(sheet, transfer, words);
      String title = words.of("title.TRANSFER") + " " + transfer.reference();
      String author = transfer.seller().legalName();
      Conformance.declare(sheet.document(), title, author, words.language(), transfer.madeAt());
      print.draw();
      String pages = Integer.toString(sheet.pages());
      String foot = author + " · " + title;
      sheet.foot(foot, n -> words.of("foot.page", Integer.toString(n), pages));
      return sheet.bytes();
    }
  }

  private void draw() {
    Parties.brand(sheet, transfer.seller());
    paragraph("H1", words.of("title.TRANSFER"), Style.TITLE);
    sheet.down(2);
    String moment = figures.moment(transfer.madeAt(), transfer.zone());
    paragraph("P", words.of("transfer.made", moment), Style.QUIET);
    sheet.down(14);
    instructions();
    sheet.down(20);
    documents();
    sheet.down(20);
    Parties.draw(sheet, transfer.seller(), transfer.buyer(), words);
  }

  private void instructions() {
    float top = sheet.y();
    Seller.Bank bank = transfer.seller().bank();
    fact(words.of("transfer.amount"), figures.money(transfer.amount()), Style.DUE);
    sheet.down(4);
    fact(words.of("pay.holder"), bank.holder(), Style.STRONG);
    String account = PaymentSlip.grouped(transfer.account());
    fact(PaymentSlip.accountLabel(transfer.account(), words), account, Style.STRONG);
    fact(PaymentSlip.bicLabel(bank.bic(), words), bank.bic(), Style.STRONG);
    fact(words.of("pay.bank"), bank.name(), Style.STRONG);
    fact(words.of("pay.reference"), transfer.reference(), Style.STRONG);
    sheet.down(8);
    float width = width();
    Paragraph.draw(sheet, "P", words.of("transfer.reference"), Style.BODY, Sheet.LEFT, width);
    String own = bank.instructions().in(words.language());
    Paragraph.draw(sheet, "P", own, Style.BODY, Sheet.LEFT, width);
    if (transfer.code() != null) {
      float end = sheet.y();
      code(top);
      sheet.moveTo(Math.max(end, sheet.y()));
    }
  }

  /** Beside the code, where there is one. */
  private float width() {
    return transfer.code() == null ? Sheet.WIDTH : Sheet.WIDTH - CODE - 24;
  }

  private void fact(String label, String value, Style style) {
    if (value.isBlank()) {
      return;
    }
    PDStructureElement fact = sheet.tags().add(sheet.tags().root(), "P");
    float first = sheet.y() + style.size() - Style.LABEL.size();
    sheet.text(fact, Sheet.LEFT, first, Style.LABEL, label);
    for (String line : sheet.wrap(value, style, width() - LABELS)) {
      sheet.text(fact, Sheet.LEFT + LABELS, sheet.y(), style, line);
      sheet.down(style.leading());
    }
    sheet.down(3);
  }

  /** Error correction M, as EPC069-12 wants it. */
  private void code(float top) {
    byte[] text = transfer.code().getBytes(StandardCharsets.UTF_8);
    QrCode code = QrCode.encodeBinary(text, QrCode.Ecc.MEDIUM);
    boolean[][] dark = new boolean[code.size][code.size];
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        dark[y][x] = code.getModule(x, y);
      }
    }
    PDStructureElement figure = sheet.tags().add(sheet.tags().root(), "Figure");
    figure.setAlternateDescription(words.of("transfer.code.alt"));
    float x = Sheet.RIGHT - CODE;
    sheet.pattern(figure, x, top, CODE, dark);
    sheet.moveTo(top + CODE + 8);
    Paragraph.draw(sheet, "P", words.of("transfer.code"), Style.LABEL, x, CODE);
  }

  private void documents() {
    paragraph("H2", words.of("transfer.documents"), Style.HEADING);
    sheet.down(6);
    if (transfer.documents().isEmpty()) {
      paragraph("P", words.of("transfer.topUp", transfer.customer()), Style.BODY);
      return;
    }
    List<Column> columns =
        List.of(
            new Column(words.of("transfer.document"), false),
            new Column(words.of("transfer.due"), true),
            new Column(
                words.of("transfer.open", transfer.amount().currency().getCurrencyCode()), true));
    List<List<Cell>> rows = new ArrayList<>();
    for (PrintedTransfer.Item item : transfer.documents()) {
      rows.add(
          List.of(
              Cell.of(item.number()),
              Cell.of(figures.date(item.dueDate())),
              Cell.of(figures.amount(item.open()))));
    }
    new Grid(sheet, Sheet.LEFT, Sheet.WIDTH, columns, NUMBER, true).draw(rows);
  }

  private void paragraph(String type, String text, Style style) {
    Paragraph.draw(sheet, type, text, style, Sheet.LEFT, Sheet.WIDTH);
  }
}
