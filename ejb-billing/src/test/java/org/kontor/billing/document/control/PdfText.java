package org.kontor.billing.document.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** What a reader copies out of a file. */
final class PdfText {

  private PdfText() {}

  static String of(PrintedDocument document) {
    return of(DocumentPrint.print(document, new Typeface()));
  }

  static String of(byte[] pdf) {
    return page(pdf, 1, Integer.MAX_VALUE);
  }

  static String page(byte[] pdf, int from, int to) {
    try (PDDocument file = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      stripper.setStartPage(from);
      stripper.setEndPage(to);
      return stripper.getText(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
