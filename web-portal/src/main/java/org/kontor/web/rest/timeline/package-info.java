/** The account's future over REST; holds no rule. */
package org.kontor.web.rest.timeline;
