/** Organisations of a customer's CRM module over REST (S1.7 to S1.9). */
package org.kontor.web.rest.crmaccount;
