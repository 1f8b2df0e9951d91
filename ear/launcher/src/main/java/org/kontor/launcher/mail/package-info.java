/**
 * The mailbox of {@code ear/run}: takes every mail, sends none on, keeps them as files, and shows
 * them in the browser on the loopback. Never part of a production installation.
 */
package org.kontor.launcher.mail;
