package org.kontor.crm.crmaccount.boundary;

import java.util.List;
import org.kontor.domain.customer.CrmAccount;

/**
 * One page of a customer's organisations, in the order of their ids.
 *
 * @param counted organisations with a file, on all pages together: what limits count (S1.8)
 * @param next cursor of the following page; null on the last
 */
public record CrmAccountPage(List<CrmAccount> items, long counted, String next) {

  public CrmAccountPage {
    items = List.copyOf(items);
  }
}
