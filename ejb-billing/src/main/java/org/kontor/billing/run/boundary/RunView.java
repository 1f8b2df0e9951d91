package org.kontor.billing.run.boundary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.kontor.domain.run.RunKind;

/**
 * A run as people and programs read it while it works and afterwards.
 *
 * @param owner node that works on it
 * @param policy {@code code@version} in force on the business date
 * @param planned accounts in the work list
 * @param done accounts gone through
 * @param parked accounts left out with a reason
 * @param documents drafts or charged accounts
 * @param issued documents that have their number
 * @param total sum billed, decimal, in {@code currency}
 * @param perSecond accounts (while issuing: documents) a second so far
 * @param secondsLeft estimate, or null when it does not work
 * @param reason why it waits for approval, else empty
 */
public record RunView(
    long id,
    String vendor,
    RunKind kind,
    LocalDate date,
    boolean dry,
    RunState state,
    int attempt,
    String owner,
    String policy,
    long planned,
    long done,
    long parked,
    long documents,
    long lines,
    long issued,
    String total,
    String currency,
    Long perSecond,
    Long secondsLeft,
    String reason,
    String approvedBy,
    Instant startedAt,
    Instant finishedAt,
    List<Partition> partitions) {

  public RunView {
    partitions = List.copyOf(partitions);
  }

  /** Progress of one partition. */
  public record Partition(int no, long fromId, long toId, long cursorId, long accounts) {}
}
