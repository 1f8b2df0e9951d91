/** What a node does first: check its settings, begin the book, let the first administrator in. */
package org.kontor.crm.start.control;
