package org.kontor.launcher.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A mail taken apart for people. */
record ReadMail(
    String from,
    String to,
    String subject,
    String sent,
    String messageId,
    String text,
    String html,
    List<File> files) {

  private static final int DEEPEST = 10;

  static ReadMail of(MimeMessage mail) throws IOException, MessagingException {
    StringBuilder text = new StringBuilder();
    StringBuilder html = new StringBuilder();
    List<File> files = new ArrayList<>();
    takeApart(mail, text, html, files, 0);
    return new ReadMail(
        names(mail.getFrom()),
        names(mail.getRecipients(Message.RecipientType.TO)),
        String.valueOf(mail.getSubject()),
        mail.getSentDate() == null ? "" : mail.getSentDate().toInstant().toString(),
        String.valueOf(mail.getMessageID()),
        text.toString(),
        html.toString(),
        List.copyOf(files));
  }

  private static void takeApart(
      Part part, StringBuilder text, StringBuilder html, List<File> files, int depth)
      throws IOException, MessagingException {
    if (part.isMimeType("multipart/*") && depth < DEEPEST) {
      Multipart parts = (Multipart) part.getContent();
      for (int i = 0; i < parts.getCount(); i++) {
        takeApart(parts.getBodyPart(i), text, html, files, depth + 1);
      }
    } else if (part.getFileName() != null || Part.ATTACHMENT.equals(part.getDisposition())) {
      files.add(new File(safe(part.getFileName()), part.getInputStream().readAllBytes()));
    } else if (part.isMimeType("text/plain")) {
      text.append(part.getContent());
    } else if (part.isMimeType("text/html")) {
      html.append(part.getContent());
    }
  }

  private static String safe(String name) {
    String plain = String.valueOf(name).replaceAll("[^A-Za-z0-9._-]+", "-");
    return plain.length() > 100 ? plain.substring(plain.length() - 100) : plain;
  }

  private static String names(jakarta.mail.Address[] addresses) {
    return addresses == null
        ? ""
        : Stream.of(addresses)
            .map(
                address ->
                    address instanceof InternetAddress internet
                        ? internet.toUnicodeString()
                        : address.toString())
            .collect(Collectors.joining(", "));
  }

  /** An attachment. */
  record File(String name, byte[] content) {

    String size() {
      return String.format(Locale.ROOT, "%,d bytes", content.length);
    }
  }
}
