package org.kontor.billing.usage.boundary;

import java.util.List;
import org.kontor.domain.problem.Problem;

/**
 * What became of many facts; refused ones hinder no others.
 *
 * @param results one for each fact, in their order
 */
public record FactResults(int recorded, int replayed, int refused, List<Result> results) {

  /**
   * @param index place in the call, from 0
   * @param receipt null when refused
   * @param problem null when taken
   */
  public record Result(int index, FactReceipt receipt, Problem problem) {}
}
