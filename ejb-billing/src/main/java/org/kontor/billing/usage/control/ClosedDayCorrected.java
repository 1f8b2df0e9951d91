package org.kontor.billing.usage.control;

/** Is told that a day already charged was different; charging implements it. */
public interface ClosedDayCorrected {

  /** Within the transaction that records the fact, the subscription locked. */
  void corrected(ClosedDay day);
}
