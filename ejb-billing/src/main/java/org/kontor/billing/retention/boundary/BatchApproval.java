package org.kontor.billing.retention.boundary;

/**
 * A second person lets a vendor's waiting deletions through.
 *
 * @param cases how many there are, as the person has seen it: another number is refused
 */
public record BatchApproval(String vendor, Integer cases) {

  /**
   * What was let through.
   *
   * @param approved cases; they are deleted by the next night's run
   */
  public record Approved(String vendor, int approved) {}
}
