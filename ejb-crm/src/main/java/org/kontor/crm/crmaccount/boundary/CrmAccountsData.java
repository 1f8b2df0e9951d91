package org.kontor.crm.crmaccount.boundary;

import java.util.List;

/**
 * @param accounts at most {@link CrmAccounts#MOST}
 */
public record CrmAccountsData(List<CrmAccountData> accounts) {

  public CrmAccountsData {
    accounts = accounts == null ? List.of() : List.copyOf(accounts);
  }
}
