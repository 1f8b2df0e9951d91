package org.kontor.web.client;

import jakarta.faces.FacesException;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.kontor.billing.policy.boundary.Portals;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.Refused;
import org.primefaces.csp.CspException;

/**
 * Asks {@link Rights} before any page of the client area answers; what has no row is not there. Nor
 * is anything at a host name that is no vendor's.
 */
@WebFilter("/client/*")
public class RightsFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private static final String CUSTOMER = "kontor.customer";

  @Inject private transient Rights rights;
  @Inject private transient Visit visit;
  @Inject private transient PageLimits limits;
  @Inject private transient Portals portals;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!request.getMethod().equals("GET")) {
      answer(request, response, chain);
      return;
    }
    portals.beginReading();
    try {
      answer(request, response, chain);
    } finally {
      portals.endReading();
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    ErrorPage.prepare(request, visit);
    Optional<ClientPage> page = ClientPage.at(request.getServletPath());
    if (page.isEmpty() || visit.getPortal() == null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    if (!visit.isSignedIn()) {
      answer(page.get(), request, response, chain);
      return;
    }
    PageLimits.Admission admission;
    try {
      admission = limits.admit(visit, page.get());
    } catch (Refused tooOften) {
      ErrorPage.refuse(request, response, tooOften.problem());
      return;
    }
    try (admission) {
      answer(page.get(), request, response, chain);
    }
  }

  private void answer(
      ClientPage page, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<String> instead = rights.instead(page);
    if (instead.isPresent()) {
      response.sendRedirect(instead.get());
      return;
    }
    Optional<Problem> refusal =
        request.getMethod().equals("POST") ? rights.refusalToAct(page) : rights.refusal(page);
    if (refusal.isPresent()) {
      ErrorPage.refuse(request, response, refusal.get(), rights.may(ClientPage.PAY));
      return;
    }
    forgetOthersPages(request);
    if (shown(request, response, chain)) {
      keepCustomer(request);
    }
  }

  /**
   * Lets the page answer. A form that the page has not sent is answered here, before the server
   * writes it down as a fault: by the same page anew, and nothing was done.
   *
   * @return false when the page has not answered
   */
  private static boolean shown(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      chain.doFilter(request, response);
      return true;
    } catch (ServletException | FacesException fault) {
      if (!isForged(fault)) {
        throw fault;
      }
      if (!response.isCommitted()) {
        response.sendRedirect(
            SamePage.address(request, request.getServletPath(), request.getQueryString()));
      }
      return false;
    }
  }

  private static boolean isForged(Throwable fault) {
    Throwable cause = fault;
    while (cause != null && !(cause instanceof CspException)) {
      cause = cause.getCause();
    }
    return cause != null;
  }

  /** What a page remembers was of one customer; whoever acts for another by now begins it anew. */
  private void forgetOthersPages(HttpServletRequest request) {
    HttpSession pages = request.getSession(false);
    if (pages == null) {
      return;
    }
    try {
      Object customer = pages.getAttribute(CUSTOMER);
      if (customer != null && !customer.equals(customer())) {
        pages.invalidate();
      }
    } catch (IllegalStateException alreadyForgotten) {
      // Another tab was faster
    }
  }

  private void keepCustomer(HttpServletRequest request) {
    HttpSession pages = request.getSession(false);
    if (pages == null || !visit.isSignedIn()) {
      return;
    }
    try {
      if (pages.getAttribute(CUSTOMER) == null) {
        pages.setAttribute(CUSTOMER, customer());
      }
    } catch (IllegalStateException alreadyForgotten) {
      // Another tab has thrown it away meanwhile
    }
  }

  private Long customer() {
    return visit.isSignedIn() ? visit.getVisitor().customerId() : 0;
  }
}
