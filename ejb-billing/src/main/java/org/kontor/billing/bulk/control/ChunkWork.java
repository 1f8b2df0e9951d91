package org.kontor.billing.bulk.control;

import java.util.List;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.run.RunKind;

/**
 * One kind of bulk work. The run machinery calls it in transactions of one chunk, from several
 * threads on disjoint ranges of subscription ids; it loads, lets the domain decide, and writes.
 */
public interface ChunkWork {

  RunKind kind();

  /**
   * SQL condition over {@code subscription s} (or over the table named by {@link #source}) that
   * says what the work list is; it takes the vendor code and the business date as its two
   * parameters, in this order: {@code vendor_code = ? and ... ?}.
   */
  String workList();

  /** The same where it depends on numbers of the policy in force; they are no caller's words. */
  default String workList(PolicyPack pack) {
    return workList();
  }

  /** Most ids in one transaction. */
  default int mostAtOnce(PolicyPack pack) {
    return Integer.MAX_VALUE;
  }

  /** Table of the work list, with columns {@code id} and {@code customer_id}. */
  default String source() {
    return "subscription";
  }

  /**
   * Does the work for these ids, ascending. Must be idempotent per subscription and business date:
   * what is already there stays. A bad account is parked, never thrown. In a dry run ({@link
   * RunContext#dry}) nothing but drafts is written.
   */
  ChunkResult process(RunContext run, long[] ids);

  /**
   * @param documents drafts, or accounts that were charged
   * @param totalMinor sum of what was billed, in the vendor's currency
   */
  record ChunkResult(int documents, int lines, long totalMinor, List<Parked> parked) {
    public ChunkResult {
      parked = List.copyOf(parked);
    }
  }

  /**
   * An account that was left out, with a reason a clerk understands.
   *
   * @param code of {@link org.kontor.domain.problem.ProblemCode} or a safety bound
   */
  record Parked(long customerId, long subscriptionId, String code, String detail) {}
}
