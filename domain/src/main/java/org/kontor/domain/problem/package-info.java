/** Expected refusals as values with stable codes: one list for screens and REST. */
package org.kontor.domain.problem;
