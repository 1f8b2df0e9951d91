package org.kontor.system.message;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.kontor.system.base.MailServer;

/** Mails taken apart for assertions. */
public final class Post {

  private Post() {}

  static String subject(MimeMessage mail) {
    try {
      return mail.getSubject().replace('\u00a0', ' ');
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String id(MimeMessage mail) {
    return MailServer.header(mail, "Message-ID");
  }

  /** The text part. */
  public static String text(MimeMessage mail) {
    return part(mail, "text/plain").replace('\u00a0', ' ');
  }

  static String html(MimeMessage mail) {
    return part(mail, "text/html").replace('\u00a0', ' ');
  }

  /** What is attached. */
  static List<byte[]> files(MimeMessage mail) {
    try {
      Multipart parts = (Multipart) mail.getContent();
      List<byte[]> files = new ArrayList<>();
      for (int i = 1; i < parts.getCount(); i++) {
        files.add(parts.getBodyPart(i).getInputStream().readAllBytes());
      }
      return files;
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits for what happens by itself. */
  public static void await(String what, BooleanSupplier happened) throws InterruptedException {
    long end = System.nanoTime() + 150_000_000_000L;
    while (!happened.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not in time: " + what);
      }
      Thread.sleep(200);
    }
  }

  private static String part(MimeMessage mail, String type) {
    try {
      Multipart parts = (Multipart) mail.getContent();
      Multipart words = (Multipart) parts.getBodyPart(0).getContent();
      for (int i = 0; i < words.getCount(); i++) {
        BodyPart part = words.getBodyPart(i);
        if (part.isMimeType(type)) {
          return part.getContent().toString().replace("\r\n", "\n");
        }
      }
      throw new AssertionError("no " + type);
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
