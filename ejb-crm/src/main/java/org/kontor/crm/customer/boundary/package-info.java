/**
 * Customers of vendors and their people. A customer is opened once per (vendor, reference), has
 * exactly one main administrator (S2.17), and any administrator may top up (S3.4). Not here:
 * subscriptions, money, CRM accounts, log-in.
 */
package org.kontor.crm.customer.boundary;
