/** What two people change at the same time. */
package org.kontor.domain.merge;
