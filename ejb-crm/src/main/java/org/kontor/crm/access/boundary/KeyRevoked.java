package org.kontor.crm.access.boundary;

/**
 * An API key was revoked.
 *
 * @param id of the key
 */
public record KeyRevoked(long id) {}
