/**
 * How fast the runs are, beside what the same machine and database can do at most with the same
 * rows. Not a test: started by {@code system-tests/bench}.
 */
package org.kontor.system.bench;
