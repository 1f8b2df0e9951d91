/** C04: what do I owe, until when, and what happens otherwise. */
package org.kontor.web.client.home;
