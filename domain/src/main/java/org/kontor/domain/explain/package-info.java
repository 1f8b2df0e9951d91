/**
 * Why an amount is what it is (S3.24): built by the code that computes the figure, stored with it,
 * and able to give the same figure again.
 */
package org.kontor.domain.explain;
