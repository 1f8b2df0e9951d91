package org.kontor.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.kontor.billing.access.boundary.AccessStanding.Reach;
import org.kontor.crm.identity.boundary.Visitor;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.web.client.ClientPage.Need;
import org.kontor.web.client.ClientPage.Right;

/**
 * The one decision on who may open and do what in the client area: the role's column of {@link
 * ClientPage} and the rights beyond it, then what the access policy allows. In pages: {@code
 * #{rights.may('EXPORT')}}.
 */
@RequestScoped
@Named
public class Rights {

  @Inject private Visit visit;
  @Inject private Standing standing;

  /** Why the visitor may not open a page; empty when it may. */
  public Optional<Problem> refusal(ClientPage page) {
    if (page.isOpen()) {
      return Optional.empty();
    }
    if (right(page) == Right.NONE) {
      return Optional.of(notForRole());
    }
    if (isShut(page)) {
      return Optional.of(
          Problem.of(
              ProblemCode.NOT_ALLOWED_FOR_ROLE,
              "",
              "The service is not open to this person now",
              "Pay what is open, or ask who can."));
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
    return standing.now().refusingExport().isEmpty();
  }

  /**
   * Where a page leads that the access decision closes: to the way to pay whoever may pay (S3.14,
   * S3.20), everybody else to what it is about and who can help. Empty when the page opens, or is
   * not for this role at all.
   */
  public Optional<String> instead(ClientPage page) {
    if (page.isOpen() || right(page) == Right.NONE || !isShut(page)) {
      return Optional.empty();
    }
    boolean pays = standing.reach() == Reach.PAYING && may(ClientPage.PAY);
    return Optional.of(pays ? ClientPage.PAY.path() : ClientPage.ACCESS.path());
  }

  /** Whether the access decision closes a page to this person (S3.14, S3.15). */
  private boolean isShut(ClientPage page) {
    boolean needed =
        page.need() == Need.OPEN
            || page.need() == Need.OPEN_OR_PAYER && right(ClientPage.PAY) == Right.NONE;
    return needed && standing.reach() != Reach.ALL;
  }

  private Right right(ClientPage page) {
    Visitor visitor = visit.getVisitor();
    return visitor == null ? Right.NONE : page.rightOf(visitor.position());
  }
}
