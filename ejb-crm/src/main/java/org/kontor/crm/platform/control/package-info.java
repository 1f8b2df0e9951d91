/** What the platform's boundaries share: the one row that says how late it is, and the start. */
package org.kontor.crm.platform.control;
