/**
 * Messages to customers: the relay turns rows of the outbox into mails and notices, the sender
 * gives mails to the mail server, addresses that refuse mail are marked, people see and put away
 * their notices (S1.6, S1.38, S2.13, S2.14, S3.12, S3.35–S3.39, S5.2, S5.10; QUALITY R10). Nothing
 * is lost and nothing is sent twice: a row per mail and recipient under its natural key, locked
 * while it is being sent.
 *
 * <p>Not here: what is worth a message (the {@link org.kontor.domain.message.MessageSource}s),
 * texts (resources {@code messages/*.txt}), mail that comes in.
 */
package org.kontor.crm.message.boundary;
