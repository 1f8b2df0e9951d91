package org.kontor.billing.document.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** veraPDF's judgement: each file is PDF/A-2a and PDF/UA-1. */
class ConformanceTest {

  private static final Typeface TYPEFACE = new Typeface();

  @BeforeAll
  static void judge() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  static Stream<String> vendors() {
    return Samples.vendors().stream();
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void invoices_and_credit_notes_of_all_vendors_conform(String vendor) throws Exception {
    conforms(Samples.invoice(vendor));
    conforms(Samples.creditNote(vendor));
  }

  @Test
  void an_invoice_with_a_purchase_order_conforms() throws Exception {
    conforms(Samples.invoice("kabinet", Samples.ordering("kabinet", "Замовлення №\u4F60 7")));
  }

  @Test
  void a_long_invoice_conforms() throws Exception {
    conforms(Samples.longInvoice("prim", 200));
  }

  @Test
  void an_invoice_with_texts_of_no_alphabet_of_ours_conforms() throws Exception {
    conforms(Samples.invoice("prim", EvilTextTest.buyer(String.join(" ", EvilTextTest.EVIL))));
  }

  @Test
  void a_months_paper_conforms() throws Exception {
    conforms("paper", MonthPaperPrint.print(Samples.monthPaper(), TYPEFACE));
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void statements_and_transfers_of_all_vendors_conform(String vendor) throws Exception {
    conforms("statement", StatementPrint.print(Accounts.statement(vendor, 70), TYPEFACE));
    conforms("transfer", TransferPrint.print(Accounts.transfer(vendor), TYPEFACE));
  }

  @Test
  void what_does_not_conform_is_found() throws Exception {
    byte[] pdf = DocumentPrint.print(Samples.invoice("prim"), TYPEFACE);
    String text = new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1);
    byte[] damaged =
        text.replace("<pdfaid:part>2<", "<pdfaid:part>9<")
            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    assertThat(faults(damaged, PDFAFlavour.PDFA_2_A)).isNotEmpty();
  }

  private static void conforms(PrintedDocument document) throws Exception {
    conforms(document.number(), DocumentPrint.print(document, TYPEFACE));
  }

  private static void conforms(String name, byte[] pdf) throws Exception {
    assertThat(faults(pdf, PDFAFlavour.PDFA_2_A)).as("PDF/A-2a %s", name).isEmpty();
    assertThat(faults(pdf, PDFAFlavour.PDFUA_1)).as("PDF/UA-1 %s", name).isEmpty();
  }

  private static List<String> faults(byte[] pdf, PDFAFlavour flavour) throws Exception {
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      List<String> faults =
          result.getTestAssertions().stream()
              .filter(check -> check.getStatus() == TestAssertion.Status.FAILED)
              .map(
                  check ->
                      check.getRuleId().getClause()
                          + " "
                          + check.getMessage()
                          + " "
                          + check.getLocation().getContext())
              .toList();
      assertThat(result.isCompliant()).isEqualTo(faults.isEmpty());
      return faults;
    }
  }
}
