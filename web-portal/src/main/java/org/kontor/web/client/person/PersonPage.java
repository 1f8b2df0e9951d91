package org.kontor.web.client.person;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.kontor.crm.customer.boundary.OwnPeople;
import org.kontor.crm.customer.boundary.PersonStanding;
import org.kontor.crm.customer.boundary.PersonStanding.State;
import org.kontor.crm.customer.boundary.RoleChange;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.domain.customer.Position;
import org.kontor.domain.customer.Role;
import org.kontor.domain.merge.Merge;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;
import org.kontor.web.client.Feedback;
import org.kontor.web.client.TextBean;
import org.kontor.web.client.Visit;
import org.kontor.web.client.people.Post;

/** One person of the customer; withdrawing access has a step of its own: {@code &ask=withdraw}. */
@Named
@RequestScoped
public class PersonPage {

  private static final String PEOPLE = "/client/people?faces-redirect=true&done=";

  @Inject private Visit visit;
  @Inject private OwnPeople people;
  @Inject private Feedback feedback;
  @Inject private TextBean t;
  @Inject private HttpServletRequest request;

  private PersonStanding person;
  private boolean contested;

  public PersonStanding getPerson() {
    if (person == null) {
      person = people.person(visit.customerId(), id());
    }
    return person;
  }

  /** Whether administrators may change what this person may do. */
  public boolean isChangeable() {
    return !isSelf() && !isMain();
  }

  public boolean isMain() {
    return getPerson().role() == Role.MAIN_ADMINISTRATOR;
  }

  public boolean isSelf() {
    return getPerson().id() == visit.getVisitor().personId();
  }

  public boolean isInvitable() {
    return getPerson().state() != State.KNOWN;
  }

  /** Whether the visitor can hand over to this person. */
  public boolean isSuccessor() {
    return visit.getVisitor().role() == Role.MAIN_ADMINISTRATOR && !isSelf();
  }

  public boolean isAsked() {
    return "withdraw".equals(request.getParameter("ask")) && !isMain();
  }

  /** As chosen in the form, else as it is. */
  public String getPost() {
    return Post.sent(request.getParameter("post")).map(Post::name).orElse(Post.of(getPerson()));
  }

  /** What the form says that its reader saw; from a conflict on, what it shows of that. */
  public String getSeen() {
    String sent = request.getParameter("seen");
    return sent == null || contested ? Post.of(getPerson()) : sent;
  }

  public String change() {
    Post post = Post.sent(request.getParameter("post")).orElseThrow(() -> NotFound.of("role"));
    String stored = Post.of(getPerson());
    Merge merge =
        Merge.of(Map.of("post", getSeen()), Map.of("post", post.name()), Map.of("post", stored));
    if (!merge.contested().isEmpty()) {
      return contest();
    }
    if (merge.values().get("post").equals(stored)) {
      return "/client/people?faces-redirect=true";
    }
    if ((post.role() == Role.ADMINISTRATOR || isAdministrator()) && provesFirst("")) {
      return null;
    }
    Position seen = new Position(getPerson().role(), getPerson().rights());
    RoleChange wanted = new RoleChange(post.role(), post.rights());
    try {
      people.change(visit.getVisitor(), id(), seen, wanted);
      return PEOPLE + "changed";
    } catch (Refused refused) {
      if (refused.problem().code() == ProblemCode.CONCURRENT_CHANGE) {
        person = null;
        return contest();
      }
      feedback.refusal(null, refused);
      return null;
    }
  }

  /** Says what somebody else has made of the person meanwhile, and asks again. */
  private String contest() {
    contested = true;
    String now = t.of("account.role." + Post.of(getPerson()));
    feedback.words(null, t.of("account.person.contested", now));
    return null;
  }

  public String inviteAgain() {
    return done("invited", () -> people.inviteAgain(visit.getVisitor(), id()));
  }

  /** Also of oneself: then the next page is the sign-in, or that of another customer. */
  public String withdraw() {
    if (isAdministrator() && provesFirst("&ask=withdraw")) {
      return null;
    }
    boolean self = id() == visit.getVisitor().personId();
    String next = done("withdrawn", () -> people.withdraw(visit.getVisitor(), id()));
    return next != null && self ? "/client/home?faces-redirect=true" : next;
  }

  private boolean isAdministrator() {
    return getPerson().role() != Role.STAFF;
  }

  /** Administrators come and go only by somebody who has just proved who it is. */
  private boolean provesFirst(String step) {
    if (visit.getVisitor().hasJustProven()) {
      return false;
    }
    feedback.prove("/client/person?id=" + id() + step);
    return true;
  }

  private String done(String what, Runnable change) {
    try {
      change.run();
      return PEOPLE + what;
    } catch (Refused refused) {
      feedback.refusal(null, refused);
      return null;
    }
  }

  private long id() {
    String sent = request.getParameter("id");
    if (sent == null || !sent.matches("\\d{1,18}")) {
      throw NotFound.of("person");
    }
    return Long.parseLong(sent);
  }
}
