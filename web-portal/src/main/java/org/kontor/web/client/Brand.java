package org.kontor.web.client;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.kontor.billing.policy.boundary.PortalView;
import org.kontor.domain.policy.PortalPolicy;

/** The vendor's own colours and logo, as its policy pack has them. */
@WebServlet({"/client/brand.css", "/client/logo.png"})
public class Brand extends HttpServlet {

  private static final String COLOURS = "/client/brand.css";
  private static final long serialVersionUID = 1L;

  /** A new version of a pack shows after five minutes at the latest. */
  private static final String KEPT = "public, max-age=300";

  @Inject private transient Visit visit;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    PortalView portal = visit.getPortal();
    PortalPolicy look = portal == null ? PortalPolicy.NONE : portal.look();
    boolean colours = request.getServletPath().equals(COLOURS);
    if (!colours && look.logo() == null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    byte[] body =
        colours
            ? sheet(look).getBytes(StandardCharsets.US_ASCII)
            : Base64.getDecoder().decode(look.logo());
    SafetyHeaders.close(response);
    response.setContentType(colours ? "text/css" : "image/png");
    response.setHeader("Cache-Control", KEPT);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /** Stronger than the tokens' own {@code :root}, wherever a page names this sheet. */
  private static String sheet(PortalPolicy look) {
    return ":root:root{--accent:light-dark(%1$s,%2$s);--accent-soft:light-dark(%1$s14,%2$s26)}%n"
        .formatted(look.accent(), look.accentDark());
  }
}
