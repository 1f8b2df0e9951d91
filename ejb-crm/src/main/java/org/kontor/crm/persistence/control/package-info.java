/**
 * What all entities share about being stored: conversions of types that the provider does not know.
 */
package org.kontor.crm.persistence.control;
