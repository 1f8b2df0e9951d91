package org.kontor.crm.message.boundary;

import java.time.Instant;

/**
 * A notice in the application, in the reader's language.
 *
 * @param shownUntil null when it does not expire
 */
public record NoticeView(
    long id,
    String topic,
    String key,
    String title,
    String text,
    Instant createdAt,
    Instant shownUntil) {}
