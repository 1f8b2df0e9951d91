package org.kontor.domain.customer;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What a person of the staff may be given beyond its role. */
public enum FineRight {
  /**
   * The customer's money, as an administrator has it: wallet, paying, invoices, movements, use,
   * promised payments, files of them. Nothing of people, company data or closing.
   */
  MONEY;

  /**
   * @param names as they are stored, separated by blanks; empty for none
   */
  public static Set<FineRight> read(String names) {
    return names.isEmpty()
        ? Set.of()
        : Arrays.stream(names.split(" ")).map(FineRight::valueOf).collect(Collectors.toSet());
  }

  /** The form that {@link #read} reads. */
  public static String write(Set<FineRight> rights) {
    return rights.stream().sorted().map(FineRight::name).collect(Collectors.joining(" "));
  }
}
