package org.kontor.billing.access.boundary;

import java.util.List;
import org.kontor.domain.problem.Problem;

/**
 * What became of log-ins.
 *
 * @param accepted log-ins that count, those that were known included
 * @param refused by their place in the call, from 0
 */
public record LoginReceipt(int accepted, List<RefusedLogin> refused) {

  public LoginReceipt {
    refused = List.copyOf(refused);
  }

  /** A log-in that was not taken. */
  public record RefusedLogin(int index, Problem problem) {}
}
