/**
 * Starts Kontor on one machine: database, migration, application server, demonstration. Used by
 * {@code ear/run} and by the system tests; not part of the EAR.
 */
package org.kontor.launcher;
