/**
 * Organisations in a customer's CRM module, told to us by that module. One organisation is one CRM
 * account whatever its roles (S1.7, S1.9), and counts against limits only with a file (S1.8). Not
 * here: what a plan allows.
 */
package org.kontor.crm.crmaccount.boundary;
