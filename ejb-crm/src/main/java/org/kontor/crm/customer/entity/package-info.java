/** Customers, people and their memberships as stored; no rules. */
package org.kontor.crm.customer.entity;
