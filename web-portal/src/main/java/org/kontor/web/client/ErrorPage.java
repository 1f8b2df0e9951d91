package org.kontor.web.client;

import jakarta.faces.application.ViewExpiredException;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.text.Language;
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

  private static final String REFUSAL = "kontor.refusal";
  private static final Logger LOG = Logger.getLogger(ErrorPage.class.getName());

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
      response.setHeader("Retry-After", seconds.toString());
    }
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Throwable cause = cause(request);
    if (cause instanceof ViewExpiredException || cause instanceof CspException) {
      // What the page remembered is gone: the same page anew, never a fault
      response.sendRedirect(
          Doors.inside((String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)));
      return;
    }
    int status = status(request, cause);
    String incident = UUID.randomUUID().toString().substring(0, 8);
    if (status >= 500) {
      LOG.log(Level.SEVERE, cause, () -> "Incident " + incident);
    }
    Catalogue texts = Catalogue.in(language(request));
    String kind =
        status == 403 || status == 429 ? Integer.toString(status) : status >= 500 ? "500" : "404";
    response.setStatus(status);
    response.setContentType("text/html;charset=UTF-8");
    SafetyHeaders.begin(request, response);
    response
        .getWriter()
        .write(
            """
            <!DOCTYPE html>
            <html lang="%1$s"><head><meta charset="UTF-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%2$s</title>
            <link rel="stylesheet" href="/jakarta.faces.resource/tokens.css.xhtml?ln=kontor">
            <link rel="stylesheet" href="/jakarta.faces.resource/kontor.css.xhtml?ln=kontor"></head>
            <body class="k-body"><main id="main"><div class="k-title"><h1>%2$s</h1></div>
            <p>%3$s</p><p>%4$s</p><p><a href="/client/home">%5$s</a></p></main></body></html>
            """
                .formatted(
                    language(request).code(),
                    texts.text("common.error." + kind),
                    what(request, cause, texts)
                        .orElse(texts.text("common.error." + kind + ".what")),
                    status >= 500 ? texts.text("common.error.incident", incident) : "",
                    texts.text("common.error.home")));
  }

  /** The reason for a refusal, where there are words for it. */
  private static Optional<String> what(
      HttpServletRequest request, Throwable cause, Catalogue texts) {
    Problem problem =
        cause instanceof Refused refused
            ? refused.problem()
            : (Problem) request.getAttribute(REFUSAL);
    return problem == null || problem.code() == ProblemCode.NOT_FOUND
        ? Optional.empty()
        : texts.problem(problem);
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
    Object sent = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    return sent instanceof Integer code ? code : 404;
  }

  private static Language language(HttpServletRequest request) {
    if (request.getAttribute(LANGUAGE) instanceof Language spoken) {
      return spoken;
    }
    String header = request.getHeader("Accept-Language");
    return header == null ? Language.EN : Language.of(request.getLocale().getLanguage());
  }
}
