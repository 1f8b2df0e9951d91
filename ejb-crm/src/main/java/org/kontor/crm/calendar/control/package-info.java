/** How calendars are read from text and kept. */
package org.kontor.crm.calendar.control;
