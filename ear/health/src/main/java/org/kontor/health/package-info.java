/**
 * The CDI beans in EAR/lib: WildFly looks for health checks there and in no sub-deployment. They
 * decide nothing and ask the check that lives in its module.
 */
package org.kontor.health;
