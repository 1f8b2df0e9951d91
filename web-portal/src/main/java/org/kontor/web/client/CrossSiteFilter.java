package org.kontor.web.client;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/**
 * What changes something comes as a form of our own pages (QUALITY S4). The pages' state already
 * tells a form of ours from a forged one; this refuses the forged one before anything is read, also
 * where no page is behind it.
 */
@WebFilter("/client/*")
public class CrossSiteFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final String STATE = "jakarta.faces.ViewState";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (READING.contains(request.getMethod())) {
      // Faces would take it for a sent form, whatever the method
      if (request.getParameter(STATE) != null) {
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        return;
      }
    } else if (!request.getMethod().equals("POST")) {
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      return;
    } else if (!isOwn(request)) {
      ErrorPage.refuse(
          request,
          response,
          Problem.of(
              ProblemCode.OTHER_SITE,
              "",
              "The form was sent by another site",
              "Open the page here and send it again."));
      return;
    } else if (!isForm(request.getContentType())) {
      response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
      return;
    }
    if (isBroken(request)) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    chain.doFilter(request, response);
  }

  /** No person types U+0000, and the database stores none. */
  private static boolean isBroken(HttpServletRequest request) {
    return request.getParameterMap().values().stream()
        .flatMap(Arrays::stream)
        .anyMatch(value -> value.indexOf('\0') >= 0);
  }

  /**
   * Whether a request comes from this very host; {@code none} is a person's own doing. Browsers
   * that say neither are older than the cookies' {@code SameSite}, and have the pages' state.
   */
  static boolean isOwn(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin") || site.equals("none");
    }
    String origin = request.getHeader("Origin");
    return origin == null
        || origin.replaceFirst("^https?://", "").equals(request.getHeader("Host"));
  }

  private static boolean isForm(String type) {
    String bare = type == null ? "" : type.replaceFirst(";.*", "").strip();
    return bare.equalsIgnoreCase("application/x-www-form-urlencoded")
        || bare.equalsIgnoreCase("multipart/form-data");
  }
}
