/** What the customer boundaries share: checked input, people by mail address, sets of rows. */
package org.kontor.crm.customer.control;
