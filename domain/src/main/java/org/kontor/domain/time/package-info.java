/** Business time: an injected clock and local days of the seller's zone. Never reads the system. */
package org.kontor.domain.time;
