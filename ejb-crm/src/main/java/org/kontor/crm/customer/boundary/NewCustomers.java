package org.kontor.crm.customer.boundary;

import java.util.List;

/**
 * @param customers at most {@link CustomerImport#MOST}
 */
public record NewCustomers(List<NewCustomer> customers) {

  public NewCustomers {
    customers = customers == null ? List.of() : List.copyOf(customers);
  }
}
