/** Reads an account as it stands, for its future. */
package org.kontor.billing.timeline.control;
