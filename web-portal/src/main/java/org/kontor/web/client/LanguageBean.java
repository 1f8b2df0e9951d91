package org.kontor.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.kontor.domain.text.Language;

/** Which languages there are, each by its own name. */
@RequestScoped
@Named
public class LanguageBean {

  @Inject private HttpServletRequest request;
  @Inject private Cookies cookies;
  @Inject private SamePage samePage;

  public List<Language> getAll() {
    return List.of(Language.values());
  }

  public String name(Language language) {
    return switch (language) {
      case RO -> "Română";
      case RU -> "Русский";
      case UK -> "Українська";
      case ES -> "Español";
      case EN -> "English";
    };
  }

  /** Where a press leads that makes this page speak another language. */
  public String address(Language language) {
    return "/client/language?to="
        + language.code()
        + "&back="
        + URLEncoder.encode(here(), StandardCharsets.UTF_8);
  }

  /** This browser speaks it from now on. */
  public void keep(HttpServletResponse response, String code) {
    cookies.keepLanguage(response, code);
  }

  private String here() {
    String query = samePage.getQuery();
    return request.getServletPath() + (query.isEmpty() ? "" : "?" + query);
  }
}
