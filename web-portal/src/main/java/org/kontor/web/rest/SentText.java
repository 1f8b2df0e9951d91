package org.kontor.web.rest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/** The body of a request that carries a text of its own: a policy pack, a calendar. */
public final class SentText {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private SentText() {}

  /**
   * The text of these bytes.
   *
   * @param mend what to send when there is none
   * @throws org.kontor.domain.problem.Refused MISSING_VALUE when there is none, MALFORMED_BODY when
   *     it is not UTF-8
   */
  public static String of(byte[] body, String mend) {
    if (body == null || body.length == 0) {
      throw Problem.of(ProblemCode.MISSING_VALUE, "", "The body is empty", mend).asException();
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw Problem.of(
              ProblemCode.MALFORMED_BODY, "", "The body is not UTF-8", "Save the file as UTF-8.")
          .asException();
    }
  }
}
