package org.kontor.domain.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.kontor.domain.access.AccessFacts.End;
import org.kontor.domain.access.AccessFacts.Standing;
import org.kontor.domain.customer.Role;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.AccessStage.Effect;

/** One subscription's access, asked at local times of its vendor. */
final class Asked {

  private final Ladders ladder;
  private final ZoneId zone;
  private Debt debt;
  private Standing standing = Standing.OPEN;
  private final List<Relief> reliefs = new ArrayList<>();
  private String exportUntil;
  private final List<Licence> licences = new ArrayList<>();
  private final List<End> ends = new ArrayList<>();

  private Asked(Ladders ladder, String zone) {
    this.ladder = ladder;
    this.zone = ZoneId.of(zone);
  }

  static Asked of(Ladders ladder, String zone) {
    return new Asked(ladder, zone);
  }

  Asked owing(String chargedFor, String balance) {
    debt = Debt.balance(LocalDate.parse(chargedFor), null, Money.of(balance, "RUB"));
    return this;
  }

  Asked owing(String chargedFor, String bookedAt, String balance) {
    debt = Debt.balance(LocalDate.parse(chargedFor), moment(bookedAt), Money.of(balance, "RUB"));
    return this;
  }

  Asked overdue(String due, String open) {
    debt = Debt.overdue(LocalDate.parse(due), "PRM-2026-000001", Money.of(open, "RON"));
    return this;
  }

  Asked spared(Cause cause, String from, String until) {
    reliefs.add(new Relief(cause, moment(from), moment(until), "17", List.of()));
    return this;
  }

  Asked owning(Licence licence) {
    licences.add(licence);
    return this;
  }

  Asked standing(Standing other) {
    standing = other;
    return this;
  }

  Asked ending(Standing as, String from) {
    ends.add(new End(as, moment(from)));
    return this;
  }

  Asked exportUntil(String local) {
    exportUntil = local;
    return this;
  }

  AccessSchedule schedule(String asOf) {
    return AccessSchedule.of(ladder.policy(), facts(asOf), Ladders.RUSSIA);
  }

  AccessSchedule scheduleFor(String asOf, Role role) {
    return AccessSchedule.of(ladder.policy(), facts(asOf), Ladders.RUSSIA, role);
  }

  private AccessFacts facts(String asOf) {
    return new AccessFacts(
        zone,
        "vendor@1",
        standing,
        null,
        debt,
        reliefs,
        "crm",
        licences,
        exportUntil == null ? null : moment(exportUntil),
        moment(asOf),
        ends);
  }

  AccessDecision at(String local, Role role) {
    return schedule(local).decide(role, moment(local));
  }

  /** Main administrator, administrator, staff. */
  List<Effect> effects(String local) {
    return List.of(Role.values()).stream().map(r -> at(local, r).allowed().effect()).toList();
  }

  Instant moment(String local) {
    return LocalDateTime.parse(local).atZone(zone).toInstant();
  }
}
