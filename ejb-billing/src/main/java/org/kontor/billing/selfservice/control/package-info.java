/** What the boundaries of this feature share. */
package org.kontor.billing.selfservice.control;
