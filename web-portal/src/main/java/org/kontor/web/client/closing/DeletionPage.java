package org.kontor.web.client.closing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.kontor.billing.selfservice.boundary.ClosingView.Deletion;
import org.kontor.billing.selfservice.boundary.Closings;
import org.kontor.domain.problem.Refused;
import org.kontor.web.client.Feedback;
import org.kontor.web.client.Visit;

/** Deletions that are announced: when, why, and the button for whom the policy gives it (S3.40). */
@Named
@RequestScoped
public class DeletionPage {

  private static final String HERE = "/client/deletion?faces-redirect=true";

  @Inject private HttpServletRequest request;
  @Inject private Visit visit;
  @Inject private Closings closings;
  @Inject private Feedback feedback;

  private List<Deletion> deletions;

  public List<Deletion> getDeletions() {
    if (deletions == null) {
      deletions = closings.deletions(visit.customerId(), visit.getVisitor().personId());
    }
    return deletions;
  }

  /** Whether a payment stops any of them. */
  public boolean isPayable() {
    return getDeletions().stream().anyMatch(Deletion::payable);
  }

  public String stop() {
    String sent = request.getParameter("case");
    if (sent == null || !sent.matches("\\d{1,18}")) {
      return HERE;
    }
    try {
      closings.stop(visit.customerId(), visit.getVisitor().personId(), Long.parseLong(sent));
      return HERE + "&done=stopped";
    } catch (Refused refused) {
      deletions = null;
      feedback.refusal(null, refused);
      return null;
    }
  }
}
