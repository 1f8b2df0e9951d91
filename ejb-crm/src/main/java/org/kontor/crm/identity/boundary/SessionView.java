package org.kontor.crm.identity.boundary;

import java.time.Instant;

/**
 * Where somebody is signed in.
 *
 * @param address from where it began
 * @param agent what the browser called itself
 */
public record SessionView(long id, Instant beganAt, Instant seenAt, String address, String agent) {}
