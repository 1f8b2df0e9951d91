/** C21: the main administrator hands over. */
package org.kontor.web.client.handover;
