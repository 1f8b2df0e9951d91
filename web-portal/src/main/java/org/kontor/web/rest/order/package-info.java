/** Orders of products and what customers bought. */
package org.kontor.web.rest.order;
