/** How a book is audited and what is kept of it. */
package org.kontor.billing.bookaudit.control;
