/**
 * Who calls: API keys, their scopes and vendor binding (QUALITY S1). Rights are checked per request
 * against the database, so that a withdrawal works at once. Not here: log-in of people.
 */
package org.kontor.crm.access.boundary;
