/** REST: facts about use, one by one or in bulk, and what was used by day (S2.7, S2.11, S3.22). */
package org.kontor.web.rest.usage;
