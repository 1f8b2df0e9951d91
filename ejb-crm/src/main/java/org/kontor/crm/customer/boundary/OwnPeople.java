package org.kontor.crm.customer.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.crm.customer.boundary.PersonStanding.State;
import org.kontor.crm.customer.control.PeopleStanding;
import org.kontor.crm.customer.control.PeopleStanding.Row;
import org.kontor.crm.identity.boundary.MailedProofs;
import org.kontor.crm.identity.boundary.Tries;
import org.kontor.crm.identity.boundary.Visitor;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.domain.customer.Delegation;
import org.kontor.domain.customer.FineRight;
import org.kontor.domain.customer.Position;
import org.kontor.domain.customer.Role;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/**
 * What the people of a customer do with each other by themselves (PAGES C21). Whoever acts is asked
 * for its role under the customer's lock: a right that was just taken away is worth nothing.
 */
@Stateless
public class OwnPeople {

  private static final int INVITATIONS = 30;
  private static final Duration WINDOW = Duration.ofHours(1);

  @Inject private People people;
  @Inject private PeopleStanding standing;
  @Inject private MailedProofs proofs;
  @Inject private Tries tries;

  /**
   * In the order in which they joined.
   *
   * @param after cursor of the page before, null for the first
   */
  public Page<PersonStanding> page(long customerId, String after, int size) {
    List<Row> rows = standing.page(customerId, Page.afterId(after), size + 1);
    Page<Row> page = Page.of(rows, size, row -> Long.toString(row.membershipId()));
    return new Page<>(page.items().stream().map(OwnPeople::view).toList(), page.next());
  }

  /**
   * @throws org.kontor.domain.problem.Refused NOT_FOUND
   */
  public PersonStanding person(long customerId, long personId) {
    return standing
        .find(customerId, personId)
        .map(OwnPeople::view)
        .orElseThrow(() -> NotFound.of("person"));
  }

  /**
   * Adds a person and mails it how to get in. Of the same invitation sent twice the second changes
   * nothing.
   *
   * @param rights beyond the role
   * @throws org.kontor.domain.problem.Refused NOT_ALLOWED_FOR_ROLE, WRONG_STATE, INVALID_VALUE,
   *     MISSING_VALUE, ALREADY_EXISTS, TOO_MANY_REQUESTS
   */
  public void invite(Visitor actor, NewPerson sent, Set<FineRight> rights) {
    Map<Long, Position> held = people.held(actor.customerId());
    Delegation.mayAdd(role(held, actor.personId()), sent.role());
    if (isInvited(actor.customerId(), sent, rights)) {
      return;
    }
    PersonView added = people.add(actor.customerId(), sent);
    if (!rights.isEmpty()) {
      people.change(actor.customerId(), added.id(), new RoleChange(sent.role(), rights));
    }
    mail(actor, added.id());
  }

  /**
   * Mails a new invitation to somebody who has not come yet.
   *
   * @throws org.kontor.domain.problem.Refused NOT_ALLOWED_FOR_ROLE, NOT_FOUND, TOO_MANY_REQUESTS
   */
  public void inviteAgain(Visitor actor, long personId) {
    Map<Long, Position> held = people.held(actor.customerId());
    Delegation.mayAct(role(held, actor.personId()));
    if (person(actor.customerId(), personId).state() != State.KNOWN) {
      mail(actor, personId);
    }
  }

  /**
   * Changes what a person may do, if it is still what the actor saw; of the same change sent twice
   * the second changes nothing.
   *
   * @param seen what the person was when the actor chose
   * @throws org.kontor.domain.problem.Refused NOT_ALLOWED_FOR_ROLE, NOT_FOUND, WRONG_STATE,
   *     INVALID_VALUE, CONCURRENT_CHANGE when somebody else has made something else of the person
   */
  public void change(Visitor actor, long personId, Position seen, RoleChange sent) {
    Map<Long, Position> held = people.held(actor.customerId());
    Role has = required(held, personId);
    boolean self = personId == actor.personId();
    Delegation.mayChange(role(held, actor.personId()), self, has, sent.role());
    Position wanted = seen.becoming(sent.role(), sent.rights());
    if (held.get(personId).equals(wanted)) {
      return;
    }
    if (!held.get(personId).equals(seen)) {
      throw Problem.of(
              ProblemCode.CONCURRENT_CHANGE,
              "role",
              "Somebody else has changed what this person may do",
              "Look at what it is now, then choose again.")
          .asException();
    }
    people.change(actor.customerId(), personId, sent);
  }

  /**
   * Takes a person's access away at once; also one's own.
   *
   * @throws org.kontor.domain.problem.Refused NOT_ALLOWED_FOR_ROLE, NOT_FOUND, WRONG_STATE
   */
  public void withdraw(Visitor actor, long personId) {
    Map<Long, Position> held = people.held(actor.customerId());
    Role has = required(held, personId);
    Delegation.mayWithdraw(role(held, actor.personId()), has);
    people.remove(actor.customerId(), personId);
  }

  /** Nobody sends strangers mail after mail in our name. */
  private void mail(Visitor actor, long personId) {
    tries.count("invitations " + actor.personId(), INVITATIONS, WINDOW);
    proofs.invite(actor.customerId(), personId);
  }

  private boolean isInvited(long customerId, NewPerson sent, Set<FineRight> rights) {
    Optional<Long> known =
        people.list(customerId).stream()
            .filter(person -> person.email().equalsIgnoreCase(String.valueOf(sent.email()).strip()))
            .filter(person -> person.role() == sent.role() && person.rights().equals(rights))
            .map(PersonView::id)
            .findFirst();
    return known.isPresent() && person(customerId, known.get()).state() == State.INVITED;
  }

  private static Role role(Map<Long, Position> held, long personId) {
    Position position = held.get(personId);
    return position == null ? null : position.role();
  }

  private static Role required(Map<Long, Position> held, long personId) {
    return Optional.ofNullable(role(held, personId)).orElseThrow(() -> NotFound.of("person"));
  }

  private static PersonStanding view(Row row) {
    State state = State.NOT_INVITED;
    if (row.lastUsedAt() != null) {
      state = State.KNOWN;
    } else if (row.until() != null) {
      state = row.invited() ? State.INVITED : State.EXPIRED;
    }
    return new PersonStanding(
        row.personId(),
        row.name(),
        row.email(),
        Role.valueOf(row.role()),
        FineRight.read(row.rights()),
        state,
        row.until(),
        row.lastUsedAt(),
        row.secondFactor());
  }
}
