package org.kontor.domain.payment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a proof of payment may be, recognised by its content alone. Marks and structure are looked
 * at, in one pass; nothing is decoded, unpacked or drawn, so that no picture is too large.
 */
public enum ProofType {
  /** ISO 32000: the header at the very beginning, the trailer near the end. */
  PDF("application/pdf", "pdf") {
    @Override
    boolean is(byte[] content) {
      return begins(content, 0, PDF_HEADER)
          && content.length > PDF_HEADER.length
          && Character.isDigit((char) octet(content, PDF_HEADER.length))
          && lies(content, ascii("startxref"))
          && lies(content, ascii("%%EOF"));
    }
  },
  /** ISO/IEC 15948: one chunk after the other from IHDR to IEND, and nothing behind it. */
  PNG("image/png", "png") {
    @Override
    boolean is(byte[] content) {
      if (!begins(content, 0, PNG_SIGNATURE)
          || !begins(content, PNG_SIGNATURE.length + CHUNK_NAME, ascii("IHDR"))) {
        return false;
      }
      long at = PNG_SIGNATURE.length;
      boolean data = false;
      while (at + CHUNK_FRAME <= content.length) {
        int name = (int) at + CHUNK_NAME;
        data |= begins(content, name, ascii("IDAT"));
        at += CHUNK_FRAME + number(content, (int) at, CHUNK_NAME);
        if (begins(content, name, ascii("IEND"))) {
          return data && at == content.length;
        }
      }
      return false;
    }
  },
  /**
   * ISO/IEC 10918: one segment after the other to the first scan, a frame among them, and an end
   * behind it. Cameras of telephones put data of their own after the end.
   */
  JPEG("image/jpeg", "jpg") {
    @Override
    boolean is(byte[] content) {
      if (!begins(content, 0, JPEG_START)) {
        return false;
      }
      int at = JPEG_START.length - 1;
      boolean frame = false;
      while (at + SEGMENT_HEAD <= content.length && octet(content, at) == MARK) {
        int marker = octet(content, at + 1);
        if (marker == MARK) {
          at++;
          continue;
        }
        long length = number(content, at + 2, 2);
        if (marker < FIRST_WITH_LENGTH || marker >= RESTART && marker <= END || length < 2) {
          return false;
        }
        frame |= marker <= LAST_FRAME && !Arrays.asList(0xC4, 0xC8, 0xCC).contains(marker);
        at += 2 + (int) length;
        if (marker == SCAN) {
          return frame && hasEnd(content, at);
        }
      }
      return false;
    }
  };

  private static final byte[] PDF_HEADER = ascii("%PDF-");

  /** How far from the end readers of PDF look for its trailer. */
  private static final int PDF_TRAILER = 1024;

  private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  /** Length, name and check sum of a chunk; its name stands behind the length. */
  private static final int CHUNK_FRAME = 12;

  private static final int CHUNK_NAME = 4;

  private static final byte[] JPEG_START = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
  private static final int SEGMENT_HEAD = 4;
  private static final int MARK = 0xFF;
  private static final int FIRST_WITH_LENGTH = 0xC0;
  private static final int LAST_FRAME = 0xCF;
  private static final int RESTART = 0xD0;
  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;

  private final String mediaType;
  private final String extension;

  ProofType(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  /** RFC 6838. */
  public String mediaType() {
    return mediaType;
  }

  /** Without dot. */
  public String extension() {
    return extension;
  }

  abstract boolean is(byte[] content);

  /** What a file is; empty of anything else. */
  static Optional<ProofType> of(byte[] content) {
    return Arrays.stream(values()).filter(type -> type.is(content)).findFirst();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static boolean begins(byte[] content, int at, byte[] mark) {
    return at + mark.length <= content.length
        && Arrays.equals(content, at, at + mark.length, mark, 0, mark.length);
  }

  /** Whether a mark lies where the trailer of a PDF does. */
  private static boolean lies(byte[] content, byte[] mark) {
    for (int at = content.length - mark.length;
        at >= Math.max(0, content.length - PDF_TRAILER);
        at--) {
      if (begins(content, at, mark)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasEnd(byte[] content, int from) {
    for (int at = from; at + 1 < content.length; at++) {
      if (octet(content, at) == MARK && octet(content, at + 1) == END) {
        return true;
      }
    }
    return false;
  }

  private static int octet(byte[] content, int at) {
    return content[at] & 0xFF;
  }

  /** Of so many octets, the highest first. */
  private static long number(byte[] content, int at, int octets) {
    long number = 0;
    for (int i = 0; i < octets; i++) {
      number = number << 8 | octet(content, at + i);
    }
    return number;
  }
}
