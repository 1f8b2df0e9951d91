package org.kontor.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;

/** What may be a proof of payment: told by the content, never by the name. */
class PaymentProofTest {

  private static final String PDF =
      "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n";

  @Test
  void a_pdf_a_picture_and_a_photo_are_taken_for_what_they_are() throws IOException {
    PaymentProof pdf = PaymentProof.of("a.html", octets(PDF));
    assertThat(pdf.type()).isEqualTo(ProofType.PDF);
    assertThat(pdf.name()).isEqualTo("a.pdf");
    assertThat(PaymentProof.of("a", picture("png")).type().mediaType()).isEqualTo("image/png");
    assertThat(PaymentProof.of("a", picture("jpg")).type().mediaType()).isEqualTo("image/jpeg");
  }

  @Test
  void a_camera_may_put_data_of_its_own_behind_a_photo() throws IOException {
    byte[] photo = joined(picture("jpg"), octets("SEFHe maker's data"));
    assertThat(PaymentProof.of("a.jpg", photo).type()).isEqualTo(ProofType.JPEG);
  }

  static Stream<byte[]> others() throws IOException {
    byte[] png = picture("png");
    byte[] jpg = picture("jpg");
    return Stream.of(
        octets("<html><script>alert(1)</script></html>"),
        octets("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
        octets("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"),
        octets("PK\u0003\u0004 a zip bomb"),
        octets("GIF89a"),
        octets("MZ"),
        octets("%PDF-"),
        octets("%PDF-1.4 and nothing more"),
        octets("%PDF-x startxref %%EOF"),
        octets("<html>" + PDF),
        octets(PDF + " ".repeat(1100)),
        octets(PDF.replace("startxref", "")),
        Arrays.copyOf(png, 8),
        Arrays.copyOf(png, png.length - 1),
        joined(png, octets("<script>")),
        joined(Arrays.copyOf(png, 33), Arrays.copyOfRange(png, png.length - 12, png.length)),
        joined(Arrays.copyOf(png, 33), new byte[] {-1, -1, -1, -1, 'I', 'D', 'A', 'T', 0, 0, 0, 0}),
        Arrays.copyOf(jpg, 3),
        Arrays.copyOf(jpg, jpg.length - 2),
        new byte[] {-1, -40, -1, -39},
        new byte[] {-1, -40, -1, -38, 0, 2, -1, -39},
        joined(new byte[] {-1, -40, -1, -32}, octets("<script>")),
        new byte[] {-1, -40, -1, -32, 0, 0, -1, -39},
        new byte[] {-1, -40, -1, -1, -1, -1, -1, -1},
        new byte[] {0});
  }

  @ParameterizedTest
  @MethodSource("others")
  void anything_else_is_refused_whatever_it_is_called(byte[] content) {
    assertThat(refused("a.pdf", content)).isEqualTo(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
  }

  @Test
  void nothing_and_too_much_are_refused() {
    assertThat(refused("a.pdf", new byte[0])).isEqualTo(ProblemCode.MISSING_VALUE);
    assertThat(refused("a.pdf", null)).isEqualTo(ProblemCode.MISSING_VALUE);
    byte[] most = Arrays.copyOf(octets("%PDF-1.4\n"), PaymentProof.MOST);
    byte[] end = octets("startxref\n9\n%%EOF");
    System.arraycopy(end, 0, most, most.length - end.length, end.length);
    assertThat(PaymentProof.of("a", most).content()).hasSize(5_242_880);
    assertThat(refused("a", Arrays.copyOf(most, most.length + 1))).isEqualTo(ProblemCode.TOO_LARGE);
  }

  private static ProblemCode refused(String name, byte[] content) {
    return catchThrowableOfType(Refused.class, () -> PaymentProof.of(name, content))
        .problem()
        .code();
  }

  private static byte[] picture(String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB), format, out);
    return out.toByteArray();
  }

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
