/**
 * What every feature stands on: SQL in the caller's transaction, identifiers, the business clock.
 */
package org.kontor.crm.platform.boundary;
