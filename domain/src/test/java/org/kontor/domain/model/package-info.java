/**
 * An independent model of who is restricted when, and which account ends when (QUALITY R8, R15).
 * Written from RULES.md day by day and with tables, before and without a look at the code that it
 * judges; where the two disagree, the text of the rule decides, and neither is bent to the other.
 */
package org.kontor.domain.model;
