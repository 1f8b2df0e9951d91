package org.kontor.domain.pricing;

import java.util.List;
import org.kontor.domain.money.Money;

/** What charging one subscription for one period came to. */
public sealed interface ChargeOutcome {

  /**
   * @param lines in the order in which they take from the balance
   * @param carry state for the next day
   */
  record Charged(List<ChargeLine> lines, Carry carry) implements ChargeOutcome {
    public Charged {
      lines = List.copyOf(lines);
    }

    /** The sum of the lines; there is always one. */
    public Money total() {
      return lines.stream().map(ChargeLine::amount).reduce(Money::plus).orElseThrow();
    }
  }

  /** Rightly nothing. */
  record NothingDue(Reason reason) implements ChargeOutcome {}

  /**
   * Left for a clerk: nothing of the period is charged until it is mended.
   *
   * @param code a problem code or the bound that was hit
   */
  record Parked(String code, String detail) implements ChargeOutcome {}

  /** Why nothing is due. */
  enum Reason {
    /** S2.6: trial days are never charged. */
    TRIAL,
    BEFORE_ACTIVATION,
    AFTER_END,
    DELETED,
    ALREADY_CHARGED,
    OTHER_TIMING
  }
}
