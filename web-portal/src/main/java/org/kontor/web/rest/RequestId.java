package org.kontor.web.rest;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Names one request in answers and in the log. The caller's own id is taken over when it is
 * harmless, so that its log and ours can be laid side by side.
 */
@RequestScoped
public class RequestId {

  static final String HEADER = "X-Request-Id";

  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  private String value = UUID.randomUUID().toString();

  void adopt(String sent) {
    if (sent != null && HARMLESS.matcher(sent).matches()) {
      value = sent;
    }
  }

  public String value() {
    return value;
  }
}
