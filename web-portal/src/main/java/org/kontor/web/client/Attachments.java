package org.kontor.web.client;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How a file is answered that a person saves. */
public final class Attachments {

  private Attachments() {}

  /** RFC 6266: the name in ASCII, and as it is. Kept by nobody on the way. */
  public static void begin(HttpServletResponse response, String type, String name) {
    String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
    String exact = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    SafetyHeaders.close(response);
    response.setContentType(type);
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + exact);
    response.setHeader("Cache-Control", "private, no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
  }

  /** After {@link #begin}, for a file that we have not made. */
  public static void shutIn(HttpServletResponse response) {
    SafetyHeaders.shutIn(response);
  }
}
