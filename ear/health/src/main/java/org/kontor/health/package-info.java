/**
 * The one CDI bean in EAR/lib: WildFly looks for health checks there and in no sub-deployment. It
 * decides nothing and asks the check that lives in its module.
 */
package org.kontor.health;
