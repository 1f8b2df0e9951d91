package org.kontor.crm.message.boundary;

/**
 * What a mail gateway tells about a mail that it had taken before.
 *
 * @param messageId the Message-ID header of the mail, with or without angle brackets
 * @param status enhanced status code (RFC 3463), for example {@code 5.1.1}; classes 5 and 4
 * @param reason what the receiving server said; may be empty
 */
public record BounceReport(String messageId, String status, String reason) {}
