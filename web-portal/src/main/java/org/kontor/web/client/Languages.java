package org.kontor.web.client;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kontor.billing.policy.boundary.PortalView;
import org.kontor.crm.identity.boundary.Visitor;
import org.kontor.domain.text.Language;

/** In which language a page speaks: as chosen, else the person's, else the browser's. */
final class Languages {

  private Languages() {}

  static Language of(
      HttpServletRequest request, Cookies cookies, PortalView portal, Visitor visitor) {
    Optional<Language> chosen = cookies.language(request).flatMap(Languages::known);
    if (chosen.isPresent()) {
      return chosen.get();
    }
    if (visitor != null) {
      return Language.of(visitor.language());
    }
    List<Locale> wanted =
        request.getHeader("Accept-Language") == null
            ? List.of()
            : Collections.list(request.getLocales());
    return wanted.stream()
        .map(Locale::getLanguage)
        .flatMap(code -> known(code).stream())
        .findFirst()
        .orElse(portal == null ? Language.EN : Language.of(portal.languages().get(0)));
  }

  static Optional<Language> known(String code) {
    return Arrays.stream(Language.values()).filter(l -> l.code().equals(code)).findFirst();
  }
}
