/**
 * How people prove who they are and where they are signed in: passwords, sessions, proofs by mail
 * (S5.5, S5.7; QUALITY S13–S16). Sessions are rows, so that all nodes know them, people see them,
 * and ending one holds on every node within {@link org.kontor.crm.identity.boundary.Sessions}'
 * seconds.
 *
 * <p>Not here: what a person may do (roles are in customer, restrictions in billing's access),
 * cookies and pages (web-portal), API keys of programs (access).
 */
package org.kontor.crm.identity.boundary;
