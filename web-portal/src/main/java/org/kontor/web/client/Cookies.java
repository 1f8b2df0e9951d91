package org.kontor.web.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * The cookies of the client area: the session's token, what a remembered browser keeps, the chosen
 * language and looks. Their names begin with {@code __Host-}: browsers take them only with Secure,
 * for this host alone. Browsers count {@code http://….localhost} as secure.
 */
@ApplicationScoped
public class Cookies {

  static final String SESSION = "__Host-kontor";
  static final String LANGUAGE = "__Host-language";
  static final String LOOKS = "__Host-looks";
  static final String DEVICE = "__Host-device";
  private static final int MONTH = 30 * 24 * 3600;
  private static final int YEAR = 365 * 24 * 3600;

  public Optional<String> session(HttpServletRequest request) {
    return value(request, SESSION);
  }

  /** What this browser kept since it was remembered. */
  public Optional<String> device(HttpServletRequest request) {
    return value(request, DEVICE);
  }

  public void keepDevice(HttpServletResponse response, String token) {
    add(response, DEVICE, token, MONTH);
  }

  Optional<String> language(HttpServletRequest request) {
    return value(request, LANGUAGE);
  }

  /** How the browser wants its pages, as {@link Looks} wrote it. */
  Optional<String> looks(HttpServletRequest request) {
    return value(request, LOOKS);
  }

  void keepLooks(HttpServletResponse response, String looks) {
    add(response, LOOKS, looks, YEAR);
  }

  /** Ends with the browser; the server ends it earlier. */
  public void keepSession(HttpServletResponse response, String token) {
    add(response, SESSION, token, -1);
  }

  public void forgetSession(HttpServletResponse response) {
    add(response, SESSION, "", 0);
  }

  public void keepLanguage(HttpServletResponse response, String code) {
    add(response, LANGUAGE, code, YEAR);
  }

  private static void add(HttpServletResponse response, String name, String value, int age) {
    Cookie cookie = new Cookie(name, value);
    cookie.setPath("/");
    cookie.setSecure(true);
    cookie.setHttpOnly(true);
    cookie.setMaxAge(age);
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie);
  }

  private static Optional<String> value(HttpServletRequest request, String name) {
    if (request.getCookies() != null) {
      for (Cookie cookie : request.getCookies()) {
        if (cookie.getName().equals(name) && !cookie.getValue().isEmpty()) {
          return Optional.of(cookie.getValue());
        }
      }
    }
    return Optional.empty();
  }
}
