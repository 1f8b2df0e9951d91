package org.kontor.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;

/**
 * How this browser wants its pages: as the device says, light or dark, and with more contrast. It
 * belongs to the screen and not to the person, so the browser keeps it.
 */
@RequestScoped
@Named
public class Looks {

  public static final String DEVICE = "device";
  private static final Set<String> THEMES = Set.of("light", "dark");
  private static final String MORE = "more";

  @Inject private Cookies cookies;
  @Inject private HttpServletRequest request;

  /** {@code light} or {@code dark}; null where the device says it. */
  public String getTheme() {
    return theme(cookies, request).orElse(null);
  }

  /** {@code more}; null where the device says it. */
  public String getContrast() {
    return contrast(cookies, request).orElse(null);
  }

  /** The same for a page that is written by hand: attributes of its root, or nothing. */
  static String attributes(HttpServletRequest request) {
    Cookies cookies = new Cookies();
    return theme(cookies, request).map(theme -> " data-theme=\"" + theme + "\"").orElse("")
        + contrast(cookies, request).map(more -> " data-contrast=\"" + more + "\"").orElse("");
  }

  private static Optional<String> theme(Cookies cookies, HttpServletRequest request) {
    return cookies.looks(request).map(kept -> kept.split("\\.")[0]).filter(THEMES::contains);
  }

  private static Optional<String> contrast(Cookies cookies, HttpServletRequest request) {
    return cookies.looks(request).filter(kept -> kept.endsWith("." + MORE)).map(kept -> MORE);
  }

  /**
   * @param theme light, dark or {@value #DEVICE}; anything else is the device's
   */
  public void keep(HttpServletResponse response, String theme, boolean moreContrast) {
    String known = THEMES.contains(theme) ? theme : DEVICE;
    cookies.keepLooks(response, moreContrast ? known + "." + MORE : known);
  }
}
