package org.kontor.web.client.invite;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.kontor.crm.customer.boundary.NewPerson;
import org.kontor.crm.customer.boundary.OwnPeople;
import org.kontor.domain.customer.Role;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;
import org.kontor.web.client.Feedback;
import org.kontor.web.client.Visit;
import org.kontor.web.client.people.Post;

/** Invites a person by mail; whoever makes an administrator has just proved who it is. */
@Named
@RequestScoped
public class InvitePage {

  @Inject private Visit visit;
  @Inject private OwnPeople people;
  @Inject private Feedback feedback;
  @Inject private HttpServletRequest request;

  private String name;
  private String email;

  public String invite() {
    Post post = Post.valueOf(getPost());
    if (post.role() == Role.ADMINISTRATOR && !visit.getVisitor().hasJustProven()) {
      feedback.prove("/client/invite");
      return null;
    }
    try {
      people.invite(
          visit.getVisitor(), new NewPerson(name, email, post.role(), null), post.rights());
      return "/client/people?faces-redirect=true&done=invited";
    } catch (Refused refused) {
      explain(refused);
      return null;
    }
  }

  private void explain(Refused refused) {
    ProblemCode code = refused.problem().code();
    String field = String.valueOf(refused.problem().field());
    if (code == ProblemCode.ALREADY_EXISTS) {
      feedback.fault("form:email", "account.invite.known");
    } else if (code == ProblemCode.INVALID_VALUE && field.equals("email")) {
      feedback.fault("form:email", "account.invite.email.wrong");
    } else if (code == ProblemCode.INVALID_VALUE && field.equals("name")) {
      feedback.fault("form:name", "account.invite.name.missing");
    } else {
      feedback.refusal(null, refused);
    }
  }

  /** As chosen in the form, before Faces reads it. */
  public String getPost() {
    return Post.sent(request.getParameter("post")).orElse(Post.STAFF).name();
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }
}
