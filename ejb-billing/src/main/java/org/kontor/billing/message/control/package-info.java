/**
 * What billing has to say to customers: which of the things that happened are worth a message, to
 * whom, with which figures, and whether it is still true when it is sent. The texts are ejb-crm's.
 */
package org.kontor.billing.message.control;
