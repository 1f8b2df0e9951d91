package org.kontor.web.client;

import jakarta.faces.application.ViewExpiredException;
import jakarta.resource.ResourceException;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kontor.billing.policy.boundary.PortalView;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.text.Language;
import org.kontor.web.rest.Unavailable;
import org.kontor.web.text.Catalogue;
import org.primefaces.csp.CspException;

/**
 * What a person sees when a page cannot be shown. Needs neither database nor session, and never
 * shows what went wrong inside: that stands in the log under the number on the page.
 */
@WebServlet("/error")
public class ErrorPage extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** Request attribute: the {@link Language} in which the reader is spoken to. */
  static final String LANGUAGE = "kontor.language";

  private static final Set<Integer> KNOWN = Set.of(400, 403, 404, 405, 409, 415, 422, 429, 503);
  private static final int GONE = HttpServletResponse.SC_GONE;
  private static final String AGAIN = "Retry-After";

  /** Seconds: a database that restarts is there again by then. */
  private static final String SOON = "30";

  private static final String REFUSAL = "kontor.refusal";

  /** Request attribute: whether who is refused may end what it is refused for, by paying. */
  private static final String PAYER = "kontor.payer";

  private static final Logger LOG = Logger.getLogger(ErrorPage.class.getName());

  /**
   * Whose the client area at a host name was when it last answered: a page that cannot be shown
   * still says so while the database is away. No more entries than vendors have host names.
   */
  private static final Map<String, PortalView> LAST = new ConcurrentHashMap<>();

  /** Remembers whose page is asked for and in which language, should it fail. */
  static void prepare(HttpServletRequest request, Visit visit) {
    request.setAttribute(LANGUAGE, visit.getLanguage());
    if (visit.getPortal() != null) {
      LAST.put(host(request), visit.getPortal());
    }
  }

  private static String host(HttpServletRequest request) {
    return request.getServerName().toLowerCase(Locale.ROOT);
  }

  /** Answers likewise; whoever may pay is led there from what is refused until it is paid. */
  static void refuse(
      HttpServletRequest request, HttpServletResponse response, Problem problem, boolean payer)
      throws IOException {
    request.setAttribute(PAYER, payer && problem.code() == ProblemCode.EXPORT_SUSPENDED);
    refuse(request, response, problem);
  }

  /** Answers with a refusal in words. */
  public static void refuse(
      HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    request.setAttribute(REFUSAL, problem);
    sayWhen(response, problem);
    response.sendError(problem.code().status());
  }

  /** When to come again, where a refusal knows it. */
  static void sayWhen(HttpServletResponse response, Problem problem) {
    Object seconds = problem.data().get("retryAfterSeconds");
    if (seconds != null) {
      response.setHeader(AGAIN, seconds.toString());
    }
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Throwable cause = cause(request);
    if (cause instanceof ViewExpiredException || cause instanceof CspException) {
      // What the page remembered is gone: the same page anew, never a fault
      response.sendRedirect(
          SamePage.unsent(
              request, (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), null));
      return;
    }
    int status = status(request, cause);
    String incident = UUID.randomUUID().toString().substring(0, 8);
    boolean fault = status >= 500 && problem(request, cause).isEmpty();
    if (fault) {
      LOG.log(Level.SEVERE, cause, () -> "Incident " + incident);
    }
    problem(request, cause).ifPresent(Unavailable::tell);
    Catalogue texts = Catalogue.in(language(request));
    String name = words(status);
    Optional<PortalView> portal = Optional.ofNullable(LAST.get(host(request)));
    retryAfter(request, cause).ifPresent(wait -> response.setHeader(AGAIN, "" + wait));
    if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE && !response.containsHeader(AGAIN)) {
      response.setHeader(AGAIN, SOON);
    }
    response.setStatus(status);
    response.setContentType("text/html;charset=UTF-8");
    SafetyHeaders.begin(request, response);
    response
        .getWriter()
        .write(
            """
            <!DOCTYPE html>
            <html lang="%1$s"%10$s><head><meta charset="UTF-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%2$s%7$s</title>
            <link rel="icon" type="image/svg+xml" href="/resources/kontor/mark.svg">
            <link rel="stylesheet" href="/jakarta.faces.resource/tokens.css.xhtml?ln=kontor">
            <link rel="stylesheet" href="/jakarta.faces.resource/kontor.css.xhtml?ln=kontor">
            <link rel="stylesheet" href="/client/brand.css"></head>
            <body class="k-body">%8$s<div class="k-frame k-door"><main id="main"><div class="k-title"><h1>%2$s</h1></div>
            <p>%3$s</p>%4$s<p class="k-actions">%6$s<a class="k-button k-quiet" href="/client/home">%5$s</a></p></main></div>%9$s</body></html>
            """
                .formatted(
                    language(request).code(),
                    texts.text(name),
                    what(request, cause, texts).orElse(texts.text(name + ".what")),
                    fault
                        ? "<p class=\"k-quieter\">"
                            + texts.text("common.error.incident", incident)
                            + "</p>"
                        : "",
                    texts.text("common.error.home"),
                    status == 403 ? wayOut(request, texts) : "",
                    portal.map(known -> " · " + text(known.name())).orElse(""),
                    portal.map(ErrorPage::header).orElse(""),
                    portal.map(ErrorPage::footer).orElse(""),
                    Looks.attributes(request)));
  }

  /** Key of the words for a status; what has none of its own is one of those that fit. */
  static String words(int status) {
    int kind = status;
    if (!KNOWN.contains(status)) {
      kind = status >= 500 ? 500 : status == GONE ? 404 : 400;
    }
    return (kind == 503 ? "access" : "common") + ".error." + kind;
  }

  private static String header(PortalView portal) {
    String name = text(portal.name());
    return "<header class=\"k-header\"><a class=\"k-brand\" href=\"/client/home\"><span class=\"k-mark\" aria-hidden=\"true\">"
        + text(portal.name().substring(0, 1).toUpperCase(Locale.ROOT))
        + "</span><span>"
        + name
        + "</span></a></header>";
  }

  private static String footer(PortalView portal) {
    return "<footer class=\"k-footer\"><p>%1$s · <a href=\"mailto:%2$s\">%2$s</a></p></footer>"
        .formatted(text(portal.legalName()), text(portal.email()));
  }

  private static String text(String plain) {
    return plain
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** To pay, or to who may give it; both are pages further on: this one needs no database. */
  private static String wayOut(HttpServletRequest request, Catalogue texts) {
    boolean pays = Boolean.TRUE.equals(request.getAttribute(PAYER));
    return "<a class=\"k-button k-primary\" href=\"%s\">%s</a> "
        .formatted(
            pays ? "/client/pay" : "/client/access",
            texts.text(pays ? "money.pay.action" : "access.button.ask"));
  }

  /** Seconds after which it can be tried again, where they are known. */
  private static Optional<Object> retryAfter(HttpServletRequest request, Throwable cause) {
    return problem(request, cause).map(problem -> problem.data().get("retryAfterSeconds"));
  }

  private static Optional<Problem> problem(HttpServletRequest request, Throwable cause) {
    return Optional.ofNullable(
        cause instanceof Refused refused
            ? refused.problem()
            : (Problem) request.getAttribute(REFUSAL));
  }

  /** The reason for a refusal, where there are words for it. */
  private static Optional<String> what(
      HttpServletRequest request, Throwable cause, Catalogue texts) {
    Optional<Problem> problem = problem(request, cause);
    Object wait = problem.map(known -> known.data().get("retryAfterSeconds")).orElse(null);
    boolean tries = problem.filter(p -> p.code() == ProblemCode.TOO_MANY_REQUESTS).isPresent();
    if (tries && wait instanceof Number seconds) {
      return Optional.of(texts.text("access.error.wait", (seconds.longValue() + 59) / 60));
    }
    return problem.filter(known -> known.code() != ProblemCode.NOT_FOUND).flatMap(texts::problem);
  }

  private static Throwable cause(HttpServletRequest request) {
    Throwable cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    while (cause != null
        && cause.getCause() != null
        && !(cause instanceof Refused)
        && !(cause instanceof ViewExpiredException)
        && !(cause instanceof CspException)) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static int status(HttpServletRequest request, Throwable cause) {
    if (cause instanceof Refused refused) {
      return refused.problem().code().status();
    }
    if (databaseAway((Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION))) {
      return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }
    Object sent = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    return sent instanceof Integer code ? code : 404;
  }

  /**
   * Whether the database cannot be reached: nothing is wrong with what was asked for. Class 08 of
   * SQL: no connection; 57P: the database is going down or coming up.
   *
   * @param failed null where nothing was thrown
   */
  static boolean databaseAway(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof ResourceException || cause instanceof ConnectException) {
        return true;
      }
      if (cause instanceof SQLException fault && fault.getSQLState() != null) {
        return fault.getSQLState().startsWith("08") || fault.getSQLState().startsWith("57P");
      }
    }
    return false;
  }

  private static Language language(HttpServletRequest request) {
    if (request.getAttribute(LANGUAGE) instanceof Language spoken) {
      return spoken;
    }
    Optional<Language> chosen = new Cookies().language(request).flatMap(Languages::known);
    if (chosen.isPresent()) {
      return chosen.get();
    }
    String header = request.getHeader("Accept-Language");
    return header == null ? Language.EN : Language.of(request.getLocale().getLanguage());
  }
}
