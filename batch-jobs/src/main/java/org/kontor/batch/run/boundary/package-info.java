/** Starts what is due: by the minute, when the clock is moved, and when somebody asks for it. */
package org.kontor.batch.run.boundary;
