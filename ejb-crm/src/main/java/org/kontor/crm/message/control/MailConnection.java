package org.kontor.crm.message.control;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kontor.domain.message.SendResult;
import org.kontor.domain.message.SendResult.Step;

/** One dialogue with the mail server, used for many mails one after the other. */
public final class MailConnection implements AutoCloseable {

  private static final Pattern REPLY = Pattern.compile("(?s)\\b([45]\\d\\d)[ -](.*)");

  private final Session session;
  private final Transport transport;

  private MailConnection(Session session, Transport transport) {
    this.session = session;
    this.transport = transport;
  }

  /**
   * @param user empty: as the session says
   * @throws MailServerAway when nobody answers, or we may not log in
   */
  static MailConnection open(Session session, String user, String password) throws MailServerAway {
    try {
      Transport transport = session.getTransport("smtp");
      if (user.isEmpty()) {
        transport.connect();
      } else {
        transport.connect(user, password);
      }
      return new MailConnection(session, transport);
    } catch (AuthenticationFailedException e) {
      throw new MailServerAway("the mail server does not let us log in: " + reason(e));
    } catch (MessagingException e) {
      throw new MailServerAway("the mail server cannot be reached: " + reason(e));
    }
  }

  Session session() {
    return session;
  }

  /** Sends to one address and says what became of it. */
  SendResult send(MimeMessage mail, Address to) {
    try {
      transport.sendMessage(mail, new Address[] {to});
      return SendResult.accepted();
    } catch (SendFailedException e) {
      return refusal(e);
    } catch (MessagingException e) {
      Matcher reply = REPLY.matcher(String.valueOf(e.getMessage()));
      return reply.find()
          ? SendResult.refused(Step.CONTENT, Integer.parseInt(reply.group(1)), reply.group(2))
          : SendResult.serverAway("the dialogue broke off: " + reason(e));
    }
  }

  /** Whether another mail can be sent over it. */
  public boolean isAlive() {
    return transport.isConnected();
  }

  @Override
  public void close() {
    try {
      transport.close();
    } catch (MessagingException gone) {
      // It was gone before we said goodbye.
    }
  }

  /** What is said about a recipient stands in the exceptions behind the first one. */
  private static SendResult refusal(SendFailedException failure) {
    Step step = Step.CONTENT;
    for (Throwable cause = failure; cause != null; cause = next(cause)) {
      Matcher reply = REPLY.matcher(String.valueOf(cause.getMessage()));
      if (reply.lookingAt()) {
        return SendResult.refused(step, Integer.parseInt(reply.group(1)), reply.group(2));
      }
      step = Step.RECIPIENT;
    }
    return SendResult.serverAway("the dialogue broke off: " + reason(failure));
  }

  private static Throwable next(Throwable failure) {
    return failure instanceof MessagingException mail ? mail.getNextException() : null;
  }

  private static String reason(MessagingException failure) {
    Exception next = failure.getNextException();
    return failure.getMessage() + (next == null ? "" : ": " + next.getMessage());
  }

  /** No mail can be sent now, whichever it is. */
  public static final class MailServerAway extends Exception {
    private static final long serialVersionUID = 1L;

    MailServerAway(String message) {
      super(message);
    }
  }
}
