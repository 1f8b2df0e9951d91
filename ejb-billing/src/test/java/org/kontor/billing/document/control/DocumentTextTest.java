package org.kontor.billing.document.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.kontor.billing.policy.control.PackReader;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Seller.Address;
import org.kontor.domain.policy.Seller.DocumentKind;

/** What stands on documents of the five vendors, as a reader copies it out. */
class DocumentTextTest {

  private static String plain(PrintedDocument document) {
    return PdfText.of(document).replace('\u00A0', ' ').replaceAll("\\s+", " ");
  }

  @Test
  void a_romanian_invoice_says_how_to_pay_and_that_export_ends_with_the_stop() {
    assertThat(plain(Samples.invoice("prim")))
        .contains("Factură PRM-2026-001042", "Moara Țărănească Știuca S.R.L.", "CIF RO41234567")
        .contains("01.03.2026 – 31.03.2026", "Data emiterii", "Scadența", "11.03.2026")
        .contains("1 lună 549,00 21 % 549,00", "Total fără TVA 676,00 RON", "TVA 141,96 RON")
        .contains("De plată 817,96 RON", "RO16 BTRL RONC RT01 2345 6701", "BTRLRO22")
        .contains("Banca Transilvania", "Referința plății PRM-2026-001042")
        .contains("Plata prin transfer bancar până la data scadenței")
        .contains("după oprirea accesului pentru neplată, datele nu mai pot fi exportate")
        .contains("Pagina 1 din 1");
  }

  @Test
  void the_purchase_order_of_the_buyer_stands_on_its_invoice_as_it_was_typed() {
    String longest = "WWWWWWWWW ".repeat(5).strip() + "W";
    for (String order : List.of("PO 2026/118", "<b>#{7*7}</b>", longest)) {
      assertThat(plain(Samples.invoice("prim", Samples.ordering("prim", order))))
          .contains("De plată 817,96 RON")
          .contains("Referința comenzii " + order + " ");
    }
    assertThat(plain(Samples.invoice("prim"))).doesNotContain("Referința comenzii");
  }

  @Test
  void only_vendors_who_say_so_warn_of_export() {
    assertThat(plain(Samples.invoice("prestaimport"))).doesNotContain("exportar los datos");
  }

  @Test
  void a_russian_document_has_its_bank_details_and_the_reason_why_there_is_no_vat() {
    assertThat(plain(Samples.invoice("intrum")))
        .contains("Счёт ИН-2026-001042", "ООО «Подъёмные краны и Ёлочные игрушки»")
        .contains("ИНН 7718000001", "Расчётный счёт 40702810538000123456", "БИК 044525225")
        .contains(
            "25 000,00 ₽", "НДС не облагается: пп.", "26 п. 2 ст. 149 НК РФ", "Страница 1 из 1");
  }

  @Test
  void Ukrainian_documents_show_their_letters_and_the_hryvnia() {
    assertThat(plain(Samples.invoice("kabinet")))
        .contains("ТОВ «Їжачок і Ґанок»", "Київ", "Україна", "ЄДРПОУ 38765432", "36,34 USD")
        .contains(
            "UA22 3052 9900 0002 6001 2345 6789 0",
            "Без ПДВ: платник",
            "єдиного податку третьої групи");
    assertThat(plain(Samples.invoice("perfectum")))
        .contains("Рахунок ПФ-2026-001042", "ПП «Об’єднання пасічників»", "34 080,00 ₴")
        .contains("2,5 год 1 400,00", "ІПН 404040412345", "Сторінка 1 з 1");
  }

  @Test
  void a_spanish_credit_note_names_what_it_corrects_and_why_and_asks_for_no_payment() {
    assertThat(plain(Samples.creditNote("prestaimport")))
        .contains("Factura rectificativa PIR2026/001042", "Rectifica PI2026/001042 de 01/03/2026.")
        .contains("Motivo: 1 × Licencia PrestaImport GUI", "Total rectificado 240,79 €")
        .contains("Muñoz e Hijas, Artículos de Pingüinería, S.L.", "Logroño")
        .doesNotContain("IBAN")
        .doesNotContain("Vencimiento");
  }

  @Test
  void in_another_language_the_title_of_the_sellers_law_stands_below() {
    Address london = new Address("1 Mill Lane", "London", "N1 1AA", "", "GB");
    Buyer smith = Samples.buyer("Smith Ltd", "123", "GB1", london, "en");
    assertThat(plain(Samples.invoice("prestaimport", smith)))
        .contains("Invoice PI2026/001042 Factura", "€422.29", "01/03/2026", "United Kingdom")
        .contains("VAT no. GB1", "NIF-IVA ESB99304578", "Page 1 of 1");
  }

  @Test
  void a_language_that_we_do_not_speak_becomes_the_sellers() {
    Address sofia = new Address("ul. 1", "Sofia", "1000", "", "BG");
    Buyer bulgarian = Samples.buyer("Мелница ООД", "", "BG123456789", sofia, "bg");
    assertThat(plain(Samples.invoice("prim", bulgarian))).contains("Factură", "Мелница ООД");
  }

  @Test
  void what_was_paid_at_issue_is_taken_off_and_nothing_due_is_said() {
    PolicyPack pack = PackReader.bundled("prim");
    Buyer buyer = Samples.invoice("prim").buyer();
    var lines = Samples.lines("prim", pack.seller());
    assertThat(plain(Samples.of(pack, DocumentKind.INVOICE, buyer, lines, "17.96")))
        .contains("Achitat la emitere -17,96 RON", "De plată 800,00 RON");
    assertThat(plain(Samples.of(pack, DocumentKind.INVOICE, buyer, lines, "817.96")))
        .contains("De plată 0,00 RON", "Factura este achitată integral")
        .doesNotContain("De plătit până la");
  }

  @Test
  void a_months_paper_lists_its_services_and_their_total() {
    byte[] pdf = MonthPaperPrint.print(Samples.monthPaper(), new Typeface());
    assertThat(PdfText.of(pdf).replace('\u00A0', ' ').replaceAll("\\s+", " "))
        .contains("Акт об оказании услуг март 2026 г.", "По состоянию на 31.03.2026")
        .contains("1 CRM INTRUM 30 30 2 990,10", "2 Отправленные SMS 4 12 28,20")
        .contains("Всего за месяц 3 018,30 ₽", "НДС не облагается", "Исполнитель", "Заказчик");
  }

  @Test
  void a_unit_price_is_shown_exact() {
    PolicyPack pack = PackReader.bundled("intrum");
    var line = Samples.line(pack.seller(), "crm", "CRM", "30", "DAY", "99.6666666667");
    Buyer buyer = Samples.invoice("intrum").buyer();
    assertThat(plain(Samples.of(pack, DocumentKind.INVOICE, buyer, List.of(line), "0")))
        .contains("30 день 99,6666666667 – 2 990,00");
  }

  @Test
  void two_hundred_lines_take_pages_with_the_head_on_each_of_them() throws IOException {
    byte[] pdf = DocumentPrint.print(Samples.longInvoice("prim", 200), new Typeface());
    try (PDDocument file = Loader.loadPDF(pdf)) {
      int pages = file.getNumberOfPages();
      assertThat(pages).isBetween(8, 14);
      for (int page = 1; page <= pages; page++) {
        assertThat(PdfText.page(pdf, page, page))
            .contains("Denumirea", "Preț unitar", "Pagina " + page + " din " + pages);
      }
    }
    String text = PdfText.of(pdf);
    for (int line = 1; line <= 200; line++) {
      assertThat(text).containsPattern("(?m)^" + line + " (Pro|Platformă|Integrare)");
    }
    assertThat(text.replace('\u00A0', ' ')).contains("De plată 54.768,23 RON");
  }
}
