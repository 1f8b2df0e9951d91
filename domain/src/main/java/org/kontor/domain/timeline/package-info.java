/**
 * The account's future (PEERS E3): what will happen if nothing is done, or if something is paid.
 * {@link org.kontor.domain.timeline.Timeline} walks over the moments to come in the order of the
 * runs and asks at each the function that the run itself asks: pricing, access, retention, changes.
 * It keeps state and holds no rule; what it takes for granted is in {@link
 * org.kontor.domain.timeline.Assumptions}. It stores and books nothing, and says nothing about
 * products with a term.
 */
package org.kontor.domain.timeline;
