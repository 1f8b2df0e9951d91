/**
 * The account's future over REST (PEERS E3): what will happen if nothing is done, or if something
 * is paid. Read only, with a number of statements that does not depend on the horizon; {@code
 * domain.timeline} decides.
 */
package org.kontor.billing.timeline.boundary;
