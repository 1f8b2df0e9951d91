/** What customers bought by order. */
package org.kontor.billing.order.entity;
