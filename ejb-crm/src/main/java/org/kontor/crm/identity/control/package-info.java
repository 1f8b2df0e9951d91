/** Hashing behind its bulkhead, rows of sessions. */
package org.kontor.crm.identity.control;
