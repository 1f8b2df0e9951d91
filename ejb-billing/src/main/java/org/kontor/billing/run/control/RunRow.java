package org.kontor.billing.run.control;

import java.time.Instant;
import java.time.LocalDate;
import org.kontor.billing.run.boundary.RunState;
import org.kontor.domain.run.RunBounds;
import org.kontor.domain.run.RunKind;

/** A row of billing_run. */
public record RunRow(
    long id,
    String vendorCode,
    RunKind kind,
    LocalDate date,
    LocalDate issueDate,
    boolean dry,
    RunState state,
    String owner,
    long fence,
    int attempt,
    String policy,
    long planned,
    long totalMinor,
    long documents,
    long lines,
    long parked,
    long issued,
    String approvedBy,
    String reason,
    Instant startedAt,
    Instant finishedAt) {

  public RunBounds.Figures figures() {
    return new RunBounds.Figures(planned, documents, parked, totalMinor);
  }

  /** Number of the version with which the run began. */
  int policyVersion() {
    return Integer.parseInt(policy.substring(policy.indexOf('@') + 1));
  }
}
