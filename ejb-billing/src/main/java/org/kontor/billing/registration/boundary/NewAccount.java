package org.kontor.billing.registration.boundary;

import java.util.List;
import org.kontor.domain.policy.PortalPolicy.Document;
import org.kontor.domain.policy.Seller.Address;

/**
 * What a stranger says of itself.
 *
 * @param name of the company, or of the person who buys for itself (BT-44)
 * @param registrationId BT-47, empty where there is none
 * @param vatId BT-48, empty where there is none
 * @param person name of whoever will be the main administrator
 * @param password for the client area
 * @param agreed the documents that were shown beside the button
 * @param spoken ISO 639-1 of the page that showed them
 */
public record NewAccount(
    String name,
    String registrationId,
    String vatId,
    Address address,
    String person,
    String password,
    List<Document> agreed,
    String spoken) {

  public NewAccount {
    agreed = List.copyOf(agreed);
  }
}
