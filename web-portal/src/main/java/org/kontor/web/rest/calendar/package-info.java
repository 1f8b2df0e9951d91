/** Calendars of legal working days over REST. */
package org.kontor.web.rest.calendar;
