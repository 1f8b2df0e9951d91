/** Strangers become customers by themselves (S5.5). */
package org.kontor.web.client.registration;
