package org.kontor.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
    return cookies
        .looks(request)
        .map(kept -> kept.split("\\.")[0])
        .filter(THEMES::contains)
        .orElse(null);
  }

  /** {@code more}; null where the device says it. */
  public String getContrast() {
    return cookies
        .looks(request)
        .filter(kept -> kept.endsWith("." + MORE))
        .map(kept -> MORE)
        .orElse(null);
  }

  /**
   * @param theme light, dark or {@value #DEVICE}; anything else is the device's
   */
  public void keep(HttpServletResponse response, String theme, boolean moreContrast) {
    String known = THEMES.contains(theme) ? theme : DEVICE;
    cookies.keepLooks(response, moreContrast ? known + "." + MORE : known);
  }
}
