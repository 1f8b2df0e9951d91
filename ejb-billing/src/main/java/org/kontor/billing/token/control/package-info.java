/** How signing keys are made, sealed and kept, and how a token is written. */
package org.kontor.billing.token.control;
