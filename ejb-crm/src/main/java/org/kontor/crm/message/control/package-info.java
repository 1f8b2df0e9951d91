/** Templates, rows, the composed mail and the connection to the mail server. */
package org.kontor.crm.message.control;
