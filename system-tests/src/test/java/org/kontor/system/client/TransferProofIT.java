package org.kontor.system.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.Api;
import org.kontor.system.base.SystemTest;
import org.kontor.system.client.Browsing.Person;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Pack;
import org.kontor.system.story.Vendor;

/** The bank's confirmation beside "I have paid" (PAGES C07), in a real browser and by REST. */
@SystemTest
class TransferProofIT extends AtThePortal {

  private static final String FILE = "[id='form:proof']";
  private static final String ANOTHER = "[id='proof:file']";
  private static final String REFERENCE = "[id='form:reference']";
  private static final String TYPED = "Orden n.º 117 — Ñandú";
  private static final String CONTENT =
      "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n";
  private static final byte[] PDF = CONTENT.getBytes(StandardCharsets.US_ASCII);

  private Vendor vendor;
  private Customer mara;
  private String notices;

  @BeforeEach
  void somebody_who_owes_where_a_transfer_defers() {
    vendor =
        Book.begin(rest(), "2026-03-01")
            .vendor(
                "prim-proof",
                Pack.bundled("prim")
                    .with(
                        "lift: ALL_OVERDUE_PAID",
                        "transferNotice: {days: 2, workingDays: true}\n"
                            + "  lift: ALL_OVERDUE_PAID"));
    mara = vendor.customer("Mara");
    mara.subscribes("start", Map.of());
    vendor.untilTime("2026-03-12T09:00");
    notices = "customers/" + mara.id() + "/transfer-notices";
  }

  @Test
  void what_is_no_whole_pdf_or_picture_is_refused_in_words_and_nothing_is_lost_or_done() {
    try (Person person = main(mara, "es")) {
      person.open(address(vendor, "pay"));
      person.speak("es");
      assertThat(person.page().textContent("[id='form:proof-hint']")).doesNotContain("elegir");
      byte[] large = Arrays.copyOf(PDF, 6 * 1024 * 1024);
      refused(person, "justificante.pdf", "<html><script>1</script>".getBytes(), "no es un PDF");
      refused(person, "vacío.pdf", new byte[0], "El archivo está vacío");
      refused(person, "a.png", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(), "PNG ni");
      refused(person, "grande.pdf", large, "más de 5 MB");
      assertThat(person.page().textContent("[id='form:proof-hint']")).contains("Vuelva a elegir");
      assertThat(person.faultsAtEachWidth()).isEmpty();
      // Told by the script, too, before anything travels
      person.open(address(vendor, "pay"));
      choose(person, FILE, "grande.pdf", large);
      assertThat(person.page().textContent("[id='form:proof-error']")).contains("más de 5 MB");
      person.page().click("#form button");
      assertThat(person.page().evaluate("document.activeElement.id")).isEqualTo("form:proof");
      choose(person, FILE, "bien.pdf", PDF);
      assertThat(person.page().textContent("[id='form:proof-error']")).isEmpty();
      assertThat(rest().all(notices)).isEmpty();
      // The page was forgotten by the server: the text comes back, the file is asked for
      person.page().fill(REFERENCE, TYPED);
      person
          .page()
          .context()
          .clearCookies(new BrowserContext.ClearCookiesOptions().setName("__Host-view"));
      person.submit("#form button");
      assertThat(person.page().inputValue(REFERENCE)).isEqualTo(TYPED);
      assertThat(person.page().textContent("#session")).contains("Vuelva a elegir el archivo");
      assertThat(rest().all(notices)).isEmpty();
    }
  }

  /** As it arrives from a browser without our script. */
  private void refused(Person person, String name, byte[] content, String words) {
    person.page().fill(REFERENCE, TYPED);
    person.page().evaluate("document.getElementById('form:proof').removeAttribute('data-most')");
    choose(person, FILE, name, content);
    person.submit("#form button");
    assertThat(person.page().textContent("[id='form:proof-error']")).contains(words);
    assertThat(person.page().textContent(".k-errors a[href='#form:proof']")).contains(words);
    assertThat(person.page().getAttribute(FILE, "aria-invalid")).isEqualTo("true");
    assertThat(person.page().inputValue(REFERENCE)).isEqualTo(TYPED);
    assertThat(person.faults()).isEmpty();
    assertThat(rest().all(notices)).isEmpty();
  }

  @Test
  void it_is_sent_with_the_notice_seen_saved_replaced_and_found_by_bookkeepers() throws Exception {
    Customer petra = vendor.customer("Petra");
    try (Person person = main(mara, "uk");
        Person clerk = joined(mara, "Clerk", "STAFF", "uk");
        Person stranger = main(petra, "uk")) {
      person.open(address(vendor, "pay"));
      person.speak("uk");
      person.page().fill(REFERENCE, TYPED);
      choose(person, FILE, "../Квитанція №7.html", PDF);
      person.submit("#form button");
      assertThat(person.page().url()).contains("done=notice");
      assertThat(person.page().textContent("#progress")).contains("Квитанція №7.pdf", TYPED);
      assertThat(person.faultsAtEachWidth()).isEmpty();
      String file = person.page().getAttribute("#proof-file", "href");
      Fetched saved = Fetched.by(person, file);
      assertThat(saved.status()).isEqualTo(200);
      assertThat(saved.text()).isEqualTo(CONTENT);
      assertThat(saved.header("Content-Type")).isEqualTo("application/pdf");
      assertThat(saved.header("Content-Disposition"))
          .startsWith("attachment;")
          .endsWith("%D0%9A%D0%B2%D0%B8%D1%82%D0%B0%D0%BD%D1%86%D1%96%D1%8F%20%E2%84%967.pdf");
      assertThat(saved.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(saved.header("Content-Security-Policy")).contains("sandbox", "default-src 'none'");
      assertThat(saved.header("Cache-Control")).contains("no-store");
      clerk.open(address(vendor, "profile"));
      assertThat(Fetched.by(clerk, file).status()).isEqualTo(403);
      stranger.open(address(vendor, "pay"));
      assertThat(Fetched.by(stranger, file).status()).isEqualTo(404);
      assertThat(Fetched.by(stranger, file.replaceFirst("\\d+$", "999999999")).status())
          .isEqualTo(404);

      person.submit("#proof button");
      assertThat(person.page().textContent("[id='proof:file-error']")).contains("Виберіть файл");
      choose(person, ANOTHER, "photo.png", picture());
      person.submit("#proof button");
      assertThat(person.page().url()).contains("done=proof");
      assertThat(person.page().textContent("#progress"))
          .contains("photo.png")
          .doesNotContain("Квитанція");
      assertThat(person.faults()).isEmpty();
      JsonNode known = rest().all(notices).get(0);
      assertThat(known.path("state").asText()).isEqualTo("WAITING");
      assertThat(known.path("reference").asText()).isEqualTo(TYPED);
      assertThat(known.at("/proof/name").asText()).isEqualTo("photo.png");
      assertThat(known.at("/proof/bytes").asInt()).isEqualTo(picture().length);
      mara.pays(due(), "RON", "bank-transfer", "p1").ok();
      person.open(address(vendor, "pay"));
      assertThat(person.page().locator("#proof").count()).isZero();
      assertThat(person.page().textContent("#proof-file")).isEqualTo("photo.png");
      List<String> parts =
          Fetched.by(person, "/client/everything").parts().keySet().stream()
              .filter(name -> name.startsWith("підтвердження оплати/"))
              .toList();
      assertThat(parts).singleElement().asString().endsWith(" photo.png");
    }
  }

  @Test
  void programs_send_it_read_it_and_replace_it_while_the_case_is_open() throws IOException {
    long subscription =
        rest().all("subscriptions?customer=" + mara.id()).get(0).path("id").asLong();
    JsonNode given = rest().post("transfer-notices", Map.of("subscriptionId", subscription)).ok();
    String proof = "transfer-notices/" + given.path("caseId").asLong() + "/proof";
    Api api = kontor().api();
    api.get(proof).expect(404);
    Api pdf = api.with("Content-Type", "application/pdf");
    JsonNode kept = pdf.put(proof + "?name=a%2F%E2%80%AEb.exe", PDF).expect(200).json();
    assertThat(kept.path("name").asText()).isEqualTo("b.pdf");
    assertThat(kept.path("mediaType").asText()).isEqualTo("application/pdf");
    assertThat(pdf.put(proof + "?name=b.pdf", PDF).expect(200).json()).isEqualTo(kept);
    HttpResponse<byte[]> file = api.download(proof);
    assertThat(file.body()).isEqualTo(PDF);
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment; filename=\"b.pdf\"");
    Api octets = api.with("Content-Type", "application/octet-stream");
    assertThat(octets.put(proof, picture()).expect(200).json().path("mediaType").asText())
        .isEqualTo("image/png");
    assertThat(code(octets.put(proof, "MZ".getBytes()).expect(415)))
        .isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    assertThat(code(octets.put(proof, new byte[0]).expect(422))).isEqualTo("MISSING_VALUE");
    assertThat(code(octets.put(proof, Arrays.copyOf(PDF, 6 << 20)).expect(413)))
        .isEqualTo("TOO_LARGE");
    foreignKeysFindNothing(proof);
    mara.pays(due(), "RON", "bank-transfer", "p1").ok();
    assertThat(code(pdf.put(proof, PDF).expect(409))).isEqualTo("WRONG_STATE");
    JsonNode closed = rest().all(notices).get(0);
    assertThat(closed.path("state").asText()).isEqualTo("MATCHED");
    assertThat(closed.at("/proof/mediaType").asText()).isEqualTo("image/png");
    assertThat(api.get(notices + "?limit=1").json().path("items")).hasSize(1);
    assertThat(api.get(notices + "?after=" + closed.path("caseId")).json().path("items")).isEmpty();
  }

  private void foreignKeysFindNothing(String proof) {
    vendor.book().vendor("kabinet");
    Map<String, Object> wanted =
        Map.of("name", "other", "vendor", "kabinet", "scopes", List.of("read", "access:write"));
    String key = rest().post("api-keys", wanted).ok().path("key").asText();
    Api foreign = kontor().api().as(key).with("Content-Type", "application/pdf");
    assertThat(foreign.get(proof).status()).isEqualTo(404);
    assertThat(foreign.put(proof, PDF).status()).isEqualTo(404);
    assertThat(foreign.get(notices).status()).isEqualTo(404);
  }

  private String due() {
    return mara.invoices().get(0).path("total").asText();
  }

  private static String code(Api.Answer answer) {
    return answer.json().path("code").asText();
  }

  private static void choose(Person person, String field, String name, byte[] content) {
    person.page().setInputFiles(field, new FilePayload(name, "application/pdf", content));
  }

  private static byte[] picture() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }
}
