/** C05: a promised payment, shown whole before it is taken (S2.28–S2.36). */
package org.kontor.web.client.promise;
