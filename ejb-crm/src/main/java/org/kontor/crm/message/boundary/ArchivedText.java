package org.kontor.crm.message.boundary;

/**
 * A mail with its words.
 *
 * @param text with greeting and signature; a link that lets somebody in has no secret in it
 */
public record ArchivedText(ArchivedMessage message, String text) {}
