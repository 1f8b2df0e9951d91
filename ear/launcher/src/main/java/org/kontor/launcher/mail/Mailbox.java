package org.kontor.launcher.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** A mail server for one machine, and the page that shows what it took. */
public final class Mailbox implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";

  private final GreenMail server;
  private final MailPages pages;
  private final int port;

  private Mailbox(GreenMail server, MailPages pages, int port) {
    this.server = server;
    this.pages = pages;
    this.port = port;
  }

  /**
   * Starts both on the loopback.
   *
   * @param folder where mails are kept, also over a restart
   * @param smtpPort free port for the mail server
   * @param webPort free port for the page
   */
  public static Mailbox start(Path folder, int smtpPort, int webPort) throws IOException {
    MailFiles files = new MailFiles(folder);
    GreenMail server =
        new GreenMail(new ServerSetup(smtpPort, LOOPBACK, ServerSetup.PROTOCOL_SMTP));
    server.withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());
    server.start();
    keepAsFiles(server, files);
    return new Mailbox(server, MailPages.start(files, webPort), smtpPort);
  }

  /** Nothing stays in memory: a demonstration may run for days. */
  private static void keepAsFiles(GreenMail server, MailFiles files) {
    UserManager users = server.getManagers().getUserManager();
    users.setMessageDeliveryHandler(
        (mail, address) -> {
          try {
            files.add(mail.getMessage());
          } catch (IOException e) {
            throw new MessagingException("the mail cannot be kept", e);
          }
          return new Nobody();
        });
  }

  public int port() {
    return port;
  }

  /** Where the mails can be read. */
  public URI page() {
    return pages.address();
  }

  @Override
  public void close() {
    pages.close();
    server.stop();
  }

  /** Has no inbox: what is delivered to it is a file already. */
  private static final class Nobody extends com.icegreen.greenmail.user.UserImpl {
    private static final long serialVersionUID = 1L;

    Nobody() {
      super("nobody", "nobody", "", null);
    }

    @Override
    public void deliver(com.icegreen.greenmail.mail.MovingMessage mail) {
      // A file already.
    }

    @Override
    public void deliver(jakarta.mail.internet.MimeMessage mail) {
      // A file already.
    }
  }
}
