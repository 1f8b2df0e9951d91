package org.kontor.crm.message.boundary;

/**
 * A mail with its words, as they are written today.
 *
 * @param text with greeting and signature
 */
public record MessageText(MessageView message, String subject, String text) {}
