/** What a statement's seal says. */
package org.kontor.billing.statement.control;
