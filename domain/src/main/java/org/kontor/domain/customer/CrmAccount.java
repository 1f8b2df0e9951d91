package org.kontor.domain.customer;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * An organisation that a customer works with (S1.7). One organisation is one CRM account, whatever
 * and however many roles it has (S1.9), and counts against limits only with a file (S1.8).
 *
 * @param externalId the organisation's id in the customer's CRM module; its identity here
 * @param kinds at least one
 * @param hasFile whether it has a file (dosar) in the CRM module
 */
public record CrmAccount(String externalId, String name, Set<Kind> kinds, boolean hasFile) {

  public static final int MAX_NAME = 200;
  public static final int MAX_ID = 100;

  public CrmAccount {
    kinds = Set.copyOf(kinds);
  }

  /** As sent by a caller; refuses what is incomplete. */
  public static CrmAccount checked(
      String path, String externalId, String name, List<Kind> kinds, Boolean hasFile) {
    if (kinds == null || kinds.isEmpty() || kinds.stream().anyMatch(Objects::isNull)) {
      throw Check.missing(path + "kinds");
    }
    if (hasFile == null) {
      throw Check.missing(path + "hasFile");
    }
    return new CrmAccount(
        Check.text(path + "externalId", externalId, 1, MAX_ID),
        Check.text(path + "name", name, 1, MAX_NAME),
        EnumSet.copyOf(kinds),
        hasFile);
  }

  /** Whether it is one of those that a plan's limit counts (S1.8). */
  public boolean counts() {
    return hasFile;
  }

  /** How many CRM accounts these are to a plan's limit: organisations, not roles (S1.8, S1.9). */
  public static long count(Collection<CrmAccount> accounts) {
    return accounts.stream()
        .filter(CrmAccount::counts)
        .map(CrmAccount::externalId)
        .distinct()
        .count();
  }

  /** What an organisation is to the customer (S1.7). */
  public enum Kind {
    CLIENT,
    SUPPLIER,
    BANK,
    COMPANY,
    GOVERNMENT,
    OTHER
  }
}
