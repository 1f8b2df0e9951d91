package org.kontor.web.client.handover;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.kontor.crm.customer.boundary.HandoverView;
import org.kontor.crm.customer.boundary.Handovers;
import org.kontor.crm.customer.boundary.OwnPeople;
import org.kontor.crm.customer.boundary.PersonStanding;
import org.kontor.domain.customer.Role;
import org.kontor.domain.problem.Refused;
import org.kontor.web.client.Feedback;
import org.kontor.web.client.Visit;

/** The main administrator proposes a successor, who confirms; both may end it before. */
@Named
@RequestScoped
public class HandoverPage {

  private static final String HERE = "/client/handover";
  private static final String DONE = HERE + "?faces-redirect=true&done=";

  @Inject private Visit visit;
  @Inject private Handovers handovers;
  @Inject private OwnPeople people;
  @Inject private Feedback feedback;
  @Inject private HttpServletRequest request;

  private HandoverView waiting;
  private boolean read;
  private PersonStanding successor;

  /** Null when none waits. */
  public HandoverView getWaiting() {
    if (!read) {
      waiting = handovers.waiting(visit.customerId()).orElse(null);
      read = true;
    }
    return waiting;
  }

  public boolean isMine() {
    return getWaiting() != null && getWaiting().from() == visit.getVisitor().personId();
  }

  public boolean isForMe() {
    return getWaiting() != null && getWaiting().to() == visit.getVisitor().personId();
  }

  /** Whom the main administrator has chosen on the page of people; null when nobody. */
  public PersonStanding getSuccessor() {
    boolean may = visit.getVisitor().role() == Role.MAIN_ADMINISTRATOR && getWaiting() == null;
    if (successor == null && may && chosen() != 0) {
      successor = people.person(visit.customerId(), chosen());
    }
    return successor;
  }

  /** Before a successor is proposed, who proposes proves who it is: with the choice kept. */
  public void proveFirst() {
    if (getSuccessor() != null && !visit.getVisitor().hasJustProven()) {
      String back = HERE + "?person=" + chosen();
      feedback.goTo("/client/prove?to=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
    }
  }

  public String propose() {
    if (!visit.getVisitor().hasJustProven()) {
      proveFirst();
      return null;
    }
    return done("proposed", () -> handovers.propose(visit.getVisitor(), chosen()));
  }

  public String confirm() {
    return done("confirmed", () -> handovers.confirm(visit.getVisitor()));
  }

  public String end() {
    return done("ended", () -> handovers.end(visit.getVisitor()));
  }

  private String done(String what, Runnable change) {
    try {
      change.run();
      return DONE + what;
    } catch (Refused refused) {
      read = false;
      feedback.refusal(null, refused);
      return null;
    }
  }

  private long chosen() {
    String sent = request.getParameter("person");
    return sent != null && sent.matches("\\d{1,18}") ? Long.parseLong(sent) : 0;
  }
}
