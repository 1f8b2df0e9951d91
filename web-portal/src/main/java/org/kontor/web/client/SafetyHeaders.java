package org.kontor.web.client;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The headers that keep browsers from guessing, framing, telling others, and keeping (QUALITY S3):
 * on every answer of the application, before anything else has its say. What may be kept says so
 * itself.
 */
final class SafetyHeaders {

  private static final String CLOSED =
      "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self';"
          + " base-uri 'none'; object-src 'none'; script-src 'none'; frame-ancestors 'none'";

  /** Two years, as browsers' own lists want it. */
  private static final String ONLY_TLS = "max-age=63072000; includeSubDomains";

  private static final String DRAWN = "/resources/kontor/";

  private SafetyHeaders() {}

  /** Nothing runs in it: for what is no page of ours. PrimeFaces adds the policy of the pages. */
  static void close(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", CLOSED);
  }

  /** The same of what somebody else made: nowhere, not even where a browser would show it. */
  static void shutIn(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", CLOSED + "; sandbox");
  }

  static void begin(HttpServletRequest request, HttpServletResponse response) {
    if (ClientPage.at(request.getServletPath()).isEmpty()) {
      close(response);
    }
    response.setHeader("Cache-Control", keeping(request.getServletPath()));
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    // RFC 6797, 7.2: never over plain HTTP, where browsers do not believe it
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", ONLY_TLS);
    }
  }

  /** Data is kept nowhere. Fonts never change under one name; a sign may. */
  private static String keeping(String path) {
    if (path.startsWith(DRAWN + "fonts/")) {
      return "public, max-age=31536000, immutable";
    }
    return path.startsWith(DRAWN) ? "public, max-age=86400" : "no-store";
  }
}
