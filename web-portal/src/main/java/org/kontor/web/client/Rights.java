package org.kontor.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.kontor.billing.access.boundary.CustomerAccess;
import org.kontor.crm.identity.boundary.Visitor;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.web.client.ClientPage.Need;
import org.kontor.web.client.ClientPage.Right;

/**
 * The one decision on who may open and do what in the client area: the role's column of {@link
 * ClientPage}, then what the access policy allows. In pages: {@code #{rights.may('EXPORT')}}.
 */
@RequestScoped
@Named
public class Rights {

  @Inject private Visit visit;
  @Inject private CustomerAccess access;

  private Boolean export;

  /** Why the visitor may not open a page; empty when it may. */
  public Optional<Problem> refusal(ClientPage page) {
    if (page.isOpen()) {
      return Optional.empty();
    }
    if (right(page) == Right.NONE) {
      return Optional.of(notForRole());
    }
    if (page.need() == Need.EXPORT && !isExport()) {
      return Optional.of(
          Problem.of(
              ProblemCode.EXPORT_SUSPENDED,
              "",
              "Nothing can be taken out while the service is stopped (S1.37)",
              "Pay what is open."));
    }
    return Optional.empty();
  }

  /** Why the visitor may not send what a page's forms hold; empty when it may. */
  public Optional<Problem> refusalToAct(ClientPage page) {
    return page.isOpen() || acts(page) ? refusal(page) : Optional.of(notForRole());
  }

  private static Problem notForRole() {
    return Problem.of(
        ProblemCode.NOT_ALLOWED_FOR_ROLE,
        "",
        "The page is not for this role",
        "Ask the main administrator.");
  }

  /** Whether the visitor may open a page. */
  public boolean may(ClientPage page) {
    return refusal(page).isEmpty();
  }

  /**
   * @param page name of a {@link ClientPage}
   */
  public boolean may(String page) {
    return may(ClientPage.valueOf(page));
  }

  /** Whether the visitor may act on a page that it may open. */
  public boolean acts(ClientPage page) {
    return right(page) == Right.ACTS;
  }

  /** Whether the access policy lets data be taken out now (S1.37). */
  public boolean isExport() {
    if (export == null) {
      Visitor visitor = visit.getVisitor();
      export = access.refusingExport(visit.customerId(), visitor.personId()).isEmpty();
    }
    return export;
  }

  private Right right(ClientPage page) {
    Visitor visitor = visit.getVisitor();
    return visitor == null ? Right.NONE : page.of(visitor.role());
  }
}
