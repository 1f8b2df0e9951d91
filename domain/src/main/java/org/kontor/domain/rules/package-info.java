/**
 * The tie between the product's rule list and the tests that prove it; no rules are decided here.
 */
package org.kontor.domain.rules;
