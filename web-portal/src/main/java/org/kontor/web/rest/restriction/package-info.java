/** REST addresses of access: decisions, log-ins, promises, holds, cases; thin, no rule here. */
package org.kontor.web.rest.restriction;
