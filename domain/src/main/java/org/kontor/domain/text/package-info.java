/**
 * How money, numbers and dates look in the five languages (PAGES.md, golden table), and how a text
 * with plurals is filled. Own patterns, because the platform's change with each version of CLDR and
 * some are ugly. Nothing that was formatted is ever parsed.
 */
package org.kontor.domain.text;
