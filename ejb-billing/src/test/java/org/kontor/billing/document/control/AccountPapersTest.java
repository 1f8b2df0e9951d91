package org.kontor.billing.document.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.domain.ledger.AccountStatement;

/** What stands on statements and on the instructions of transfers. */
class AccountPapersTest {

  private static final Typeface TYPEFACE = new Typeface();

  @Test
  void a_statement_shows_each_movement_with_its_balance_and_the_check_of_its_sums() {
    String text = text(StatementPrint.print(Accounts.statement("prim", 31), TYPEFACE));
    assertThat(text)
        .contains("Extras de cont", "01.02.2026 – 03.03.2026", "C-1042", "Ana Țîrlea-Șuțu")
        .contains("Februarie 2026", "Martie 2026", "Plată · transfer bancar", "Reținere · Pro")
        .containsPattern("01\\.02\\.2026 Plată · transfer bancar 3\\.090,00 2\\.969,50")
        .contains("sold inițial -120,50 + intrări 6.180,00 − ieșiri 3.089,77 = sold final 2.969,73")
        .contains("Pagina 1 din 2", "Pagina 2 din 2");
  }

  @Test
  void the_seal_can_be_copied_whole_and_no_line_of_it_ends_with_a_hyphen() {
    String text = text(StatementPrint.print(Accounts.statement("intrum", 3), TYPEFACE));
    String seal = text.substring(text.indexOf("eyJ"));
    assertThat(seal.lines().takeWhile(line -> !line.contains("·")))
        .noneMatch(line -> line.endsWith("-"));
    assertThat(seal.replaceAll("\\s", "")).startsWith(Accounts.SEAL.text());
    assertThat(text).contains(Accounts.statement("intrum", 3).statement().digest());
  }

  @Test
  void without_keys_the_figures_are_shown_without_a_seal_and_a_quiet_period_says_so() {
    PrintedStatement quiet = Accounts.statement("kabinet", 0);
    String text =
        text(
            StatementPrint.print(
                Accounts.statement(
                    org.kontor.billing.policy.control.PackReader.bundled("kabinet"),
                    quiet.statement(),
                    null),
                TYPEFACE));
    assertThat(text)
        .contains("За цей період руху коштів не було", "SHA-256")
        .doesNotContain("Ed25519");
  }

  @Test
  void the_largest_statement_has_some_hundred_pages_and_few_megabytes() throws IOException {
    PrintedStatement year = Accounts.statement("kabinet", AccountStatement.MOST_ROWS - 165);
    assertThat(year.statement().rows()).hasSizeBetween(4_900, AccountStatement.MOST_ROWS);
    byte[] pdf = StatementPrint.print(year, TYPEFACE);
    assertThat(pdf.length).isLessThan(4_000_000);
    try (PDDocument file = Loader.loadPDF(pdf)) {
      assertThat(file.getNumberOfPages()).isBetween(100, 260);
    }
  }

  @Test
  void a_transfer_tells_all_that_the_bank_asks_for_and_what_it_pays() {
    String text = text(TransferPrint.print(Accounts.transfer("prim"), TYPEFACE));
    assertThat(text)
        .contains("Transfer bancar", "1.249,50", "RO16 BTRL RONC RT01 2345 6701")
        .contains("10.11.2026", "1.190,00", "10.12.2026", "59,50", "22 noiembrie 2026")
        .doesNotContain("aplicația băncii");
    assertThat(text(TransferPrint.print(Accounts.transfer("prestaimport"), TYPEFACE)))
        .contains("Escanee con la aplicación de su", "ES36");
    assertThat(text(TransferPrint.print(Accounts.transfer("intrum"), TYPEFACE)))
        .contains("Расчётный счёт", "БИК");
  }

  @ParameterizedTest
  @ValueSource(strings = {"prim", "kabinet", "intrum", "prestaimport"})
  void samples_are_left_to_be_looked_at(String vendor) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "papers"));
    Files.write(
        folder.resolve(vendor + "-statement.pdf"),
        StatementPrint.print(Accounts.statement(vendor, 70), TYPEFACE));
    byte[] transfer = TransferPrint.print(Accounts.transfer(vendor), TYPEFACE);
    Files.write(folder.resolve(vendor + "-transfer.pdf"), transfer);
    assertThat(transfer.length).isLessThan(80_000);
  }

  private static String text(byte[] pdf) {
    return PdfText.of(pdf).replace('\u00A0', ' ');
  }
}
