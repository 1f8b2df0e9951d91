/**
 * What the features and the runs that carry their bulk work tell each other: a feature implements
 * these interfaces, the run calls them, and neither knows the other.
 */
package org.kontor.billing.bulk.control;
