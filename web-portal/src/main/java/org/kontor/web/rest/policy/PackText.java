package org.kontor.web.rest.policy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;

/** The body of a request that carries a pack. */
final class PackText {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private PackText() {}

  /**
   * The text of these bytes.
   *
   * @throws Refused MISSING_VALUE when there is none, MALFORMED_BODY when it is not UTF-8
   */
  static String of(byte[] body) {
    if (body == null || body.length == 0) {
      throw Problem.of(
              ProblemCode.MISSING_VALUE,
              "",
              "The body is empty",
              "Send the policy pack as YAML or JSON; GET /policy-packs/schema says how.")
          .asException();
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
