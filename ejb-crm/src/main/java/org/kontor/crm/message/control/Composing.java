package org.kontor.crm.message.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.time.Instant;
import java.util.List;
import org.kontor.domain.message.Attachment;
import org.kontor.domain.message.SendResult;
import org.kontor.domain.message.SendResult.Verdict;

/** Makes the mail of a row when it is sent, and gives it to the mail server. */
@ApplicationScoped
public class Composing {

  @Inject private Writing writing;
  @Inject private Sources sources;

  public SendResult send(MessageRow row, MailConnection connection, Instant now) {
    InternetAddress to;
    try {
      to = ComposedMail.recipient(row.recipient());
    } catch (MessagingException e) {
      return new SendResult(Verdict.HARD_BOUNCE, "this is no mail address");
    }
    List<Attachment> attachments = Drafting.attachments(row).stream().map(sources::load).toList();
    try {
      ComposedMail mail =
          ComposedMail.of(
              connection.session(),
              row.messageId(),
              writing.sender(row),
              to,
              writing.wordsToSend(row),
              row.language(),
              attachments,
              now);
      return connection.send(mail, to);
    } catch (MessagingException e) {
      return new SendResult(Verdict.REFUSED, "the mail cannot be composed: " + e.getMessage());
    }
  }
}
