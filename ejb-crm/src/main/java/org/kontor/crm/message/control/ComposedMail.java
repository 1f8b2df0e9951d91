package org.kontor.crm.message.control;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.kontor.domain.message.Attachment;
import org.kontor.domain.message.Senders.Sender;

/**
 * A mail as it goes over the wire: text and HTML, attachments, our own Message-ID, and the headers
 * by which programs know that no person wrote it (RFC 3834).
 */
final class ComposedMail extends MimeMessage {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final String messageId;

  private ComposedMail(Session session, String messageId) {
    super(session);
    this.messageId = messageId;
  }

  /**
   * @throws jakarta.mail.internet.AddressException when the recipient is no address
   */
  static ComposedMail of(
      Session session,
      String messageId,
      Sender from,
      InternetAddress to,
      WrittenMessage words,
      String language,
      List<Attachment> attachments,
      Instant sentAt)
      throws MessagingException {
    ComposedMail mail = new ComposedMail(session, messageId);
    mail.setFrom(named(from));
    mail.setRecipient(Message.RecipientType.TO, to);
    mail.setSubject(words.subject(), UTF_8);
    mail.setSentDate(Date.from(sentAt));
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setHeader("X-Auto-Response-Suppress", "All");
    mail.setHeader("Content-Language", language);
    MimeBodyPart text = new MimeBodyPart();
    text.setContent(alternatives(words));
    MimeMultipart all = new MimeMultipart("mixed");
    all.addBodyPart(text);
    for (Attachment attachment : attachments) {
      all.addBodyPart(part(attachment));
    }
    mail.setContent(all);
    mail.saveChanges();
    return mail;
  }

  /**
   * The one reading of a recipient: strict, without comments, groups or anything that could be
   * another command of the dialogue.
   */
  static InternetAddress recipient(String address) throws MessagingException {
    InternetAddress[] parsed = InternetAddress.parse(address, true);
    boolean plain =
        parsed.length == 1
            && !parsed[0].isGroup()
            && parsed[0].getAddress().equals(address)
            && address.matches(
                "[^\\s\\p{Cntrl}<>()\\[\\],;:\"\\\\]+@[^\\s\\p{Cntrl}<>()@,;:\"\\\\]+");
    if (!plain) {
      throw new MessagingException("not an address");
    }
    return parsed[0];
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }

  private static InternetAddress named(Sender from) throws MessagingException {
    InternetAddress address = recipient(from.email());
    try {
      address.setPersonal(WrittenMessage.oneLine(from.name()), UTF_8);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("every Java has UTF-8", e);
    }
    return address;
  }

  private static MimeMultipart alternatives(WrittenMessage words) throws MessagingException {
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText(words.plain(), UTF_8, "plain");
    MimeBodyPart html = new MimeBodyPart();
    html.setText(words.html(), UTF_8, "html");
    MimeMultipart both = new MimeMultipart("alternative");
    both.addBodyPart(plain);
    both.addBodyPart(html);
    return both;
  }

  private static MimeBodyPart part(Attachment attachment) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(
        new DataHandler(new ByteArrayDataSource(attachment.content(), attachment.contentType())));
    part.setFileName(attachment.fileName().replaceAll("[^A-Za-z0-9._-]+", "-"));
    part.setDisposition(Part.ATTACHMENT);
    return part;
  }
}
