/**
 * Calendars of legal working days by country (or region), year and version (S2.20, STANDARDS D.10):
 * those that come with the product and those that were imported. Dates are computed by {@link
 * org.kontor.domain.time.WorkCalendar}. Not here: opening hours of a desk.
 */
package org.kontor.crm.calendar.boundary;
