/** Curves and bars as figures that a page draws without any script. */
package org.kontor.web.client.chart;
