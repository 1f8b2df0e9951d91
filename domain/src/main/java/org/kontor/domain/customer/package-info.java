/**
 * What a customer is and what the rooms tell each other about customers: address rules (EN 16931
 * BG-8, CIUS-RO), roles of people, and the interfaces by which crm learns of vendors and billing of
 * customers and CRM accounts. Not here: prices, subscriptions, money.
 */
package org.kontor.domain.customer;
