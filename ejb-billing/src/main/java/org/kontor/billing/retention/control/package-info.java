/**
 * Cases on their way out, what the run of each night does with them, deletion, purge and the
 * certificates of both.
 */
package org.kontor.billing.retention.control;
