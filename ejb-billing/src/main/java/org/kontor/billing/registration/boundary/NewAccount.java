package org.kontor.billing.registration.boundary;

import org.kontor.domain.policy.Seller.Address;

/**
 * What a stranger says of itself.
 *
 * @param name of the company, or of the person who buys for itself (BT-44)
 * @param registrationId BT-47, empty where there is none
 * @param vatId BT-48, empty where there is none
 * @param person name of whoever will be the main administrator
 * @param password for the client area
 */
public record NewAccount(
    String name,
    String registrationId,
    String vatId,
    Address address,
    String person,
    String password) {}
