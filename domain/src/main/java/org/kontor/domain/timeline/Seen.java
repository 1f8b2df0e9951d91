package org.kontor.domain.timeline;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.kontor.domain.access.AccessSchedule;
import org.kontor.domain.access.Allowed;
import org.kontor.domain.access.Because;
import org.kontor.domain.access.Step;
import org.kontor.domain.customer.Role;

/** What people could last do, to tell when it changes. */
record Seen(Step step, Map<Role, Allowed> audience) {

  static Seen at(AccessSchedule schedule, Instant moment) {
    Map<Role, Allowed> audience = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      audience.put(role, schedule.decide(role, moment).allowed());
    }
    return new Seen(schedule.at(moment), audience);
  }

  Because because() {
    return step.because();
  }

  /** Whether nobody notices a difference. */
  boolean sameAs(Seen other) {
    return step.no() == other.step.no() && audience.equals(other.audience);
  }
}
