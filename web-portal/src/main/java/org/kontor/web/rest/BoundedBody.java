package org.kontor.web.rest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;

/** A request body that ends the request when it grows over the limit, whatever its header said. */
final class BoundedBody extends FilterInputStream {

  private final long limit;
  private long seen;

  BoundedBody(InputStream body, long limit) {
    super(body);
    this.limit = limit;
  }

  static Refused tooLarge(long limit) {
    return new Problem(
            ProblemCode.TOO_LARGE,
            "",
            "The body is larger than " + limit + " bytes",
            "Send less in one call.",
            Map.of("allowed", limit))
        .asException();
  }

  @Override
  public int read() throws IOException {
    int octet = super.read();
    if (octet >= 0) {
      count(1);
    }
    return octet;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = super.read(target, offset, length);
    if (read > 0) {
      count(read);
    }
    return read;
  }

  private void count(int read) {
    seen += read;
    if (seen > limit) {
      throw tooLarge(limit);
    }
  }
}
