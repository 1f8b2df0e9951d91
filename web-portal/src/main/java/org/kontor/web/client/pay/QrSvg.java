package org.kontor.web.client.pay;

import io.nayuki.qrcodegen.QrCode;
import java.nio.charset.StandardCharsets;

/**
 * A QR code as the path of an SVG: one square of side 1 for each dark module, four empty ones
 * around as ISO/IEC 18004 wants.
 *
 * @param side of the whole, in modules
 */
public record QrSvg(int side, String path) {

  private static final int MARGIN = 4;

  /** Error correction M, as EPC069-12 wants it. */
  public static QrSvg of(String text) {
    QrCode code = QrCode.encodeBinary(text.getBytes(StandardCharsets.UTF_8), QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + MARGIN).append(' ').append(y + MARGIN).append("h1v1h-1z");
        }
      }
    }
    return new QrSvg(code.size + 2 * MARGIN, path.toString());
  }
}
