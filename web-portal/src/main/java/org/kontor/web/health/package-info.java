/**
 * What the server tells its watchers: ready means that the database answers and has the schema that
 * this version was built for. Mail and gateways never decide readiness.
 */
package org.kontor.web.health;
