package org.kontor.crm.customer.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.kontor.crm.identity.boundary.Visitor;
import org.kontor.crm.platform.boundary.Audit;
import org.kontor.crm.platform.boundary.BookClock;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.crm.platform.boundary.Outbox;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.customer.Handover;
import org.kontor.domain.customer.Position;
import org.kontor.domain.customer.Role;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/**
 * The main administrator hands over to somebody who confirms it (PAGES C21). At most one handover
 * waits with each customer, for 14 days; both are told by mail what becomes of it.
 */
@Stateless
public class Handovers {

  /** Topics of the outbox; the key is the handover. */
  public static final String PROPOSED = "person.handover-proposed";

  public static final String CONFIRMED = "person.handover-confirmed";
  public static final String ENDED = "person.handover-ended";

  private static final Duration HOLDS = Duration.ofDays(14);

  @Inject private People people;
  @Inject private Sql sql;
  @Inject private Ids ids;
  @Inject private Outbox outbox;
  @Inject private BookClock clock;
  @Inject private Audit audit;

  /** The one that waits; one whose people are not what they were does not. */
  public Optional<HandoverView> waiting(long customerId) {
    return sql.one(
        row ->
            new HandoverView(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant()),
        "select h.id, f.id, f.name, t.id, t.name, h.until_at from handover h"
            + " join membership a on a.customer_id = h.customer_id and a.person_id = h.from_person"
            + " and a.role = 'MAIN_ADMINISTRATOR' join person f on f.id = h.from_person"
            + " join membership b on b.customer_id = h.customer_id and b.person_id = h.to_person"
            + " join person t on t.id = h.to_person"
            + " where h.customer_id = ? and h.state = 'PROPOSED' and h.until_at > now()",
        customerId);
  }

  /**
   * Proposes a successor. The same again changes nothing.
   *
   * @throws org.kontor.domain.problem.Refused NOT_ALLOWED_FOR_ROLE, NOT_FOUND, WRONG_STATE,
   *     FORBIDDEN when the proposer has not just proved who it is, ALREADY_EXISTS when another one
   *     waits
   */
  public void propose(Visitor actor, long successor) {
    long customer = actor.customerId();
    Map<Long, Position> held = people.held(customer);
    Handover.mayPropose(role(held, actor.personId()), role(held, successor), actor.hasJustProven());
    Optional<HandoverView> waiting = waiting(customer);
    if (waiting.isPresent()) {
      refuseSecond(waiting.get(), successor);
      return;
    }
    sql.update(
        "update handover set state = 'ENDED', settled_at = now()"
            + " where customer_id = ? and state = 'PROPOSED'",
        customer);
    long id = ids.next();
    sql.update(
        "insert into handover (id, customer_id, from_person, to_person, until_at)"
            + " values (?, ?, ?, ?, now() + make_interval(secs => ?))",
        id,
        customer,
        actor.personId(),
        successor,
        HOLDS.toSeconds());
    happened(PROPOSED, actor, id, actor.personId(), successor);
  }

  /**
   * The successor takes over; who was main administrator becomes an administrator.
   *
   * @throws org.kontor.domain.problem.Refused NOT_FOUND when none waits, NOT_ALLOWED_FOR_ROLE,
   *     WRONG_STATE
   */
  public void confirm(Visitor actor) {
    Map<Long, Position> held = people.held(actor.customerId());
    HandoverView found = required(actor.customerId());
    new Handover(found.from(), found.to())
        .mayConfirm(actor.personId(), role(held, found.from()), role(held, found.to()));
    settle(found.id(), "CONFIRMED", actor);
    people.change(actor.customerId(), found.to(), new RoleChange(Role.MAIN_ADMINISTRATOR, null));
    happened(CONFIRMED, actor, found.id(), found.from(), found.to());
  }

  /**
   * Nothing changes: the proposer takes it back, or the successor declines.
   *
   * @throws org.kontor.domain.problem.Refused NOT_FOUND when none waits, NOT_ALLOWED_FOR_ROLE
   */
  public void end(Visitor actor) {
    people.held(actor.customerId());
    HandoverView found = required(actor.customerId());
    new Handover(found.from(), found.to()).mayEnd(actor.personId());
    settle(found.id(), "ENDED", actor);
    happened(ENDED, actor, found.id(), found.from(), found.to());
  }

  private static void refuseSecond(HandoverView waiting, long successor) {
    if (waiting.to() != successor) {
      throw Problem.of(
              ProblemCode.ALREADY_EXISTS,
              "",
              "Another person was proposed and has not confirmed yet",
              "End that handover first.")
          .asException();
    }
  }

  private HandoverView required(long customerId) {
    return waiting(customerId).orElseThrow(() -> NotFound.of("handover"));
  }

  private void settle(long id, String state, Visitor actor) {
    sql.update(
        "update handover set state = ?, settled_at = now(), settled_by = ? where id = ?",
        state,
        actor.personId(),
        id);
  }

  private void happened(String topic, Visitor actor, long id, long from, long to) {
    outbox.add(
        topic,
        Long.toString(id),
        actor.vendor(),
        actor.customerId(),
        Map.of("handover", id, "from", from, "to", to, "by", actor.personId()),
        clock.today(ZoneOffset.UTC));
    audit.record(
        topic, "customer/" + actor.customerId(), Map.of("handover", id, "from", from, "to", to));
  }

  private static Role role(Map<Long, Position> held, long personId) {
    Position position = held.get(personId);
    return position == null ? null : position.role();
  }
}
