package org.kontor.web.client.services;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Predicate;
import org.kontor.billing.selfservice.boundary.OwnService;
import org.kontor.billing.selfservice.boundary.OwnServices;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.domain.problem.Refused;
import org.kontor.web.client.Feedback;
import org.kontor.web.client.Visit;

/**
 * The service of which a request is: {@code ?id=} of its own page, {@code ?service=} of those that
 * change it. Another customer's does not exist.
 */
@RequestScoped
class AskedService {

  /** The parameter that carries {@link #seal}. */
  static final String SEEN = "seen";

  @Inject private HttpServletRequest request;
  @Inject private Visit visit;
  @Inject private OwnServices services;
  @Inject private Feedback feedback;

  private OwnService own;

  OwnService get() {
    if (own == null) {
      own = services.of(visit.customerId(), asked(), visit.getLanguage().code());
    }
    return own;
  }

  long id() {
    return get().subscription().id();
  }

  /** It has changed: it is read anew. */
  void forget() {
    own = null;
  }

  /**
   * Its own page, where it is said what was done.
   *
   * @param what name of what was done
   */
  String done(String what) {
    return "/client/service?faces-redirect=true&id=" + id() + "&done=" + what;
  }

  /**
   * Does something once: what was done already, from another tab or by a second press, is as good.
   *
   * @param made tells by the service whether it is done
   * @return where it leads; null for the same page with the refusal
   */
  String once(String what, Predicate<OwnService> made, Runnable act) {
    if (made.test(get())) {
      return done(what);
    }
    try {
      act.run();
      return done(what);
    } catch (Refused refused) {
      forget();
      if (made.test(get())) {
        return done(what);
      }
      feedback.refusal(null, refused);
      return null;
    }
  }

  /**
   * All figures and days that a page shows before something is done, as one value for its form.
   *
   * @param shown whose text holds all of them
   */
  static String seal(Record shown) {
    try {
      byte[] text = shown.toString().getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(digest, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Whether what would be done now is what the page showed; if not, the page shows it anew and says
   * so.
   */
  boolean isAsSeen(Record shown) {
    boolean same = seal(shown).equals(request.getParameter(SEEN));
    if (!same) {
      feedback.fault(null, "service.plan.stale");
    }
    return same;
  }

  /** A number of the address or the form; what is none leads nowhere. */
  private long asked() {
    String service = request.getParameter("service");
    String sent = service == null ? request.getParameter("id") : service;
    if (sent == null || !sent.matches("\\d{1,18}")) {
      throw NotFound.of("subscription");
    }
    return Long.parseLong(sent);
  }
}
