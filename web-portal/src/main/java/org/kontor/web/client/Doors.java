package org.kontor.web.client;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.kontor.crm.identity.boundary.Sessions;
import org.kontor.crm.identity.boundary.Visitor;
import org.kontor.crm.platform.boundary.NotFound;

/** Addresses that only lead on: the front door, another language or customer, the way out. */
@WebServlet({"", "/client/language", "/client/sign-out", "/client/act-for"})
public class Doors extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String HOME = "/client/home";
  private static final String ACT_FOR = "/client/act-for";

  @Inject private transient Cookies cookies;
  @Inject private transient Sessions sessions;
  @Inject private transient Visit visit;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getServletPath().equals("/client/language")) {
      // A picture on another site's page may not choose the language
      if (CrossSiteFilter.isOwn(request)) {
        Languages.known(String.valueOf(request.getParameter("to")))
            .ifPresent(language -> cookies.keepLanguage(response, language.code()));
      }
      response.sendRedirect(inside(request.getParameter("back")));
    } else {
      response.sendRedirect(HOME);
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Visitor visitor = visit.getVisitor();
    if (request.getServletPath().equals(ACT_FOR)) {
      actFor(visitor, request, response);
      return;
    }
    if (!request.getServletPath().equals("/client/sign-out")) {
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      return;
    }
    if (visitor != null) {
      sessions.end(visitor.personId(), visitor.sessionId());
    }
    if (request.getSession(false) != null) {
      request.getSession(false).invalidate();
    }
    cookies.forgetSession(response);
    response.setHeader("Clear-Site-Data", "\"cache\"");
    response.sendRedirect(PortalAuthentication.SIGN_IN);
  }

  /**
   * Goes on for another customer of the same person; whose it is not, for that it does not exist.
   */
  private void actFor(Visitor visitor, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (visitor == null) {
      response.sendRedirect(PortalAuthentication.SIGN_IN);
      return;
    }
    String wanted = String.valueOf(request.getParameter("customer"));
    Optional<String> renewed =
        wanted.matches("\\d{1,18}")
            ? sessions.actFor(visitor, Long.parseLong(wanted))
            : Optional.empty();
    if (renewed.isEmpty()) {
      ErrorPage.refuse(request, response, NotFound.of("customer").problem());
      return;
    }
    cookies.keepSession(response, renewed.get());
    response.sendRedirect(HOME);
  }

  /** Only into the client area: an address that came from outside must not lead away. */
  public static String inside(String address) {
    boolean safe =
        address != null
            && address.startsWith("/client/")
            && address.chars().allMatch(c -> c > 0x20 && c < 0x7f && c != '\\')
            && !address.contains("//");
    return safe ? address : HOME;
  }
}
