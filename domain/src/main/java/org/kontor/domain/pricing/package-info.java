/** What something costs, with its arithmetic: prices of a plan, of a day, of a month. Pure. */
package org.kontor.domain.pricing;
