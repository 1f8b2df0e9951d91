package org.kontor.web.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.kontor.billing.policy.boundary.PortalView;
import org.kontor.billing.policy.boundary.Portals;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.access.boundary.Identity;
import org.kontor.crm.identity.boundary.Sessions;
import org.kontor.crm.identity.boundary.SignIns.Origin;
import org.kontor.crm.identity.boundary.Visitor;

/**
 * Recognises whoever is signed in at the client area by the session's cookie, and sends strangers
 * from its pages to the sign-in, with the way back. A session holds for the portal of one vendor.
 */
@ApplicationScoped
public class PortalAuthentication implements HttpAuthenticationMechanism {

  static final String SIGN_IN = "/client/sign-in";
  private static final String AREA = "/client";

  @Inject private Portals portals;
  @Inject private Sessions sessions;
  @Inject private Cookies cookies;
  @Inject private Visit visit;
  @Inject private Caller caller;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    SafetyHeaders.begin(request, response);
    if (!request.getServletPath().startsWith(AREA)) {
      return context.doNothing();
    }
    if (request.getServletPath().equals(AREA)) {
      return context.redirect(AREA + "/home");
    }
    caller.becomes(Identity.ANONYMOUS);
    PortalView portal = portals.at(request.getServerName()).orElse(null);
    Visitor visitor = portal == null ? null : visitor(request, portal);
    visit.begins(
        portal,
        visitor,
        Languages.of(request, cookies, portal, visitor),
        new Origin(request.getRemoteAddr(), request.getHeader("User-Agent")));
    if (portal == null && context.isProtected()) {
      return nobodys(response);
    }
    if (visitor == null) {
      return context.isProtected() ? toSignIn(request, response, context) : context.doNothing();
    }
    caller.becomes(new Identity(0, "person/" + visitor.personId(), visitor.vendor(), Set.of()));
    return context.notifyContainerAboutLogin(
        Long.toString(visitor.personId()),
        visitor.role() == null ? Set.of() : Set.of(visitor.role().name()));
  }

  private Visitor visitor(HttpServletRequest request, PortalView portal) {
    Optional<Visitor> found = cookies.session(request).flatMap(sessions::visitor);
    return found.filter(v -> v.vendor().equals(portal.vendor())).orElse(null);
  }

  /** A host name that no vendor has: nothing is there, and nothing leads on from it. */
  private static AuthenticationStatus nobodys(HttpServletResponse response) {
    try {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return AuthenticationStatus.SEND_FAILURE;
  }

  private static AuthenticationStatus toSignIn(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    String back = SamePage.address(request, request.getServletPath(), request.getQueryString());
    String target = SIGN_IN + "?to=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    if (!"partial/ajax".equals(request.getHeader("Faces-Request"))) {
      return context.redirect(target);
    }
    // A script asked: it follows only what is written in its own form
    response.setContentType("text/xml");
    response.setCharacterEncoding("UTF-8");
    try {
      response
          .getWriter()
          .write("<partial-response><redirect url=\"" + target + "\"/></partial-response>");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return AuthenticationStatus.SEND_CONTINUE;
  }
}
