package org.kontor.billing.ledger.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.kontor.crm.platform.boundary.BookEmptied;

/** Sees to it that a month exists before something is written into it (V003, ensure_month). */
@ApplicationScoped
public class Months {

  private final Set<YearMonth> known = ConcurrentHashMap.newKeySet();
  private final GroundWork ground;

  @Inject
  public Months(GroundWork ground) {
    this.ground = ground;
  }

  /** For the container's proxy. */
  protected Months() {
    this(null);
  }

  /** Costs nothing for a month that this node has seen. */
  public void ensure(LocalDate day) {
    YearMonth month = YearMonth.from(day);
    if (!known.contains(month)) {
      ground.month(day);
      known.add(month);
    }
  }

  void forget(@Observes BookEmptied emptied) {
    forget();
  }

  /** Reads everything anew at the next use. */
  public void forget() {
    known.clear();
  }
}
