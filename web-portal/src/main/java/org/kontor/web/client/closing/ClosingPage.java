package org.kontor.web.client.closing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.kontor.billing.selfservice.boundary.ClosingView;
import org.kontor.billing.selfservice.boundary.Closings;
import org.kontor.domain.problem.Refused;
import org.kontor.web.client.Feedback;
import org.kontor.web.client.TextBean;
import org.kontor.web.client.Visit;

/** The end of the account with its days and consequences, and the way back. */
@Named
@RequestScoped
public class ClosingPage {

  private static final String HERE = "/client/closing";
  private static final String DONE = HERE + "?faces-redirect=true&done=";
  private static final List<String> REASONS =
      List.of("NONE", "PRICE", "MISSING", "UNUSED", "OTHER");

  @Inject private Visit visit;
  @Inject private Closings closings;
  @Inject private Feedback feedback;
  @Inject private TextBean t;

  private ClosingView view;
  private String reason = "NONE";

  public ClosingView getView() {
    if (view == null) {
      view =
          closings.of(
              visit.customerId(), visit.getVisitor().personId(), visit.getLanguage().code());
    }
    return view;
  }

  /** Whether the person has to prove first who it is. */
  public boolean isProven() {
    return visit.getVisitor().hasJustProven();
  }

  /** Days that are left until a day, today not counted. */
  public long left(LocalDate day) {
    return Math.max(0, ChronoUnit.DAYS.between(getView().today(), day));
  }

  public List<Choice> getReasons() {
    return REASONS.stream()
        .map(code -> new Choice(code, t.of("service.closing.reason." + code)))
        .toList();
  }

  public String close() {
    return proven(() -> closings.close(visit.customerId(), reason), "closed");
  }

  public String move() {
    return proven(() -> closings.move(visit.customerId(), visit.getVisitor().personId()), "closed");
  }

  /** The way back needs no proof: it gives nothing away. */
  public String keep() {
    return act(() -> closings.keep(visit.customerId()), "kept");
  }

  private String proven(Runnable act, String done) {
    if (!isProven()) {
      feedback.prove(HERE);
      return null;
    }
    return act(act, done);
  }

  private String act(Runnable act, String done) {
    try {
      act.run();
      return DONE + done;
    } catch (Refused refused) {
      view = null;
      feedback.refusal(null, refused);
      return null;
    }
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  /** A reason and its name. */
  public record Choice(String code, String name) {}
}
