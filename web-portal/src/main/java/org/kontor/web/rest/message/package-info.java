/** Mails of customers and what became of them, notices of people, addresses that refuse mail. */
package org.kontor.web.rest.message;
