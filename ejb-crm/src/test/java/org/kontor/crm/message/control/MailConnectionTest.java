package org.kontor.crm.message.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.crm.message.control.MailConnection.MailServerAway;
import org.kontor.domain.message.SendResult.Verdict;

/** TLS and log-in against servers that ask for them, with what ear/src/main/server sets. */
class MailConnectionTest {

  private static final String HOST = "127.0.0.1";
  private static TlsKeys ours;
  private static TlsKeys others;

  @BeforeAll
  static void keys(@TempDir Path folder) throws Exception {
    ours = TlsKeys.of(folder, "ip:" + HOST);
    others = TlsKeys.of(folder, "dns:elsewhere.example");
    // GreenMail reads it once, when it speaks TLS first
    System.setProperty("greenmail.tls.keystore.file", ours.store().toString());
    System.setProperty("greenmail.tls.keystore.password", TlsKeys.PASSWORD);
  }

  @Test
  void tls_from_the_first_byte_with_a_user_and_a_password() throws Exception {
    GreenMail server = greenMail(ServerSetup.PROTOCOL_SMTPS);
    try {
      server.setUser("kontor@mail.test", "kontor", "right");
      int port = server.getSmtps().getPort();
      assertThat(send(session(port, false, true, ours), "kontor", "right"))
          .isEqualTo(Verdict.ACCEPTED);
      assertThat(server.getReceivedMessages()).hasSize(1);
      assertThatThrownBy(() -> send(session(port, false, true, ours), "kontor", "wrong"))
          .isInstanceOf(MailServerAway.class)
          .hasMessageContaining("does not let us log in");
    } finally {
      server.stop();
    }
  }

  @Test
  void a_certificate_that_nobody_vouches_for_is_not_talked_to() {
    GreenMail server = greenMail(ServerSetup.PROTOCOL_SMTPS);
    try {
      int port = server.getSmtps().getPort();
      assertThatThrownBy(() -> send(session(port, false, true, null), "", ""))
          .isInstanceOf(MailServerAway.class)
          .hasMessageContaining("cannot be reached");
      assertThat(server.getReceivedMessages()).isEmpty();
    } finally {
      server.stop();
    }
  }

  @Test
  void no_mail_goes_without_starttls_where_it_is_required() {
    GreenMail server = greenMail(ServerSetup.PROTOCOL_SMTP);
    try {
      int port = server.getSmtp().getPort();
      assertThatThrownBy(() -> send(session(port, true, false, ours), "", ""))
          .isInstanceOf(MailServerAway.class);
      assertThat(server.getReceivedMessages()).isEmpty();
    } finally {
      server.stop();
    }
  }

  @Test
  void starttls_comes_before_the_password_and_the_mail() throws Exception {
    try (StartTlsServer server = new StartTlsServer(ours, "kontor", "right")) {
      assertThat(send(session(server.port(), true, false, ours), "kontor", "right"))
          .isEqualTo(Verdict.ACCEPTED);
      assertThat(server.heard)
          .startsWith("plain EHLO", "plain STARTTLS", "tls EHLO", "tls AUTH", "tls MAIL")
          .contains("tls DATA")
          .doesNotContain("plain AUTH", "plain MAIL");
    }
    try (StartTlsServer server = new StartTlsServer(ours, "kontor", "right")) {
      assertThatThrownBy(() -> send(session(server.port(), true, false, ours), "kontor", "wrong"))
          .isInstanceOf(MailServerAway.class)
          .hasMessageContaining("does not let us log in");
    }
  }

  @Test
  void a_certificate_of_another_host_is_not_talked_to() throws Exception {
    try (StartTlsServer server = new StartTlsServer(others, "kontor", "right")) {
      assertThatThrownBy(() -> send(session(server.port(), true, false, others), "kontor", "right"))
          .isInstanceOf(MailServerAway.class);
      assertThat(server.heard).doesNotContain("tls AUTH");
    }
  }

  private static GreenMail greenMail(String protocol) {
    GreenMail server = new GreenMail(new ServerSetup(0, HOST, protocol));
    server.start();
    return server;
  }

  private static Verdict send(Session session, String user, String password) throws Exception {
    try (MailConnection connection = MailConnection.open(session, user, password)) {
      MimeMessage mail = new MimeMessage(session);
      mail.setFrom("facturi@prim.example");
      mail.setSubject("test", "UTF-8");
      mail.setText("test", "UTF-8");
      return connection.send(mail, new InternetAddress("ana@mill.example")).verdict();
    }
  }

  /** As the server's script makes it of KONTOR_MAIL_TLS and KONTOR_MAIL_SSL. */
  private static Session session(int port, boolean startTls, boolean ssl, TlsKeys trusted)
      throws Exception {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", HOST);
    properties.put("mail.smtp.port", Integer.toString(port));
    properties.put("mail.smtp.starttls.enable", Boolean.toString(startTls));
    properties.put("mail.smtp.starttls.required", Boolean.toString(startTls));
    properties.put("mail.smtp.ssl.enable", Boolean.toString(ssl));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.timeout", "15000");
    properties.put("mail.smtp.connectiontimeout", "5000");
    if (trusted != null) {
      properties.put("mail.smtp.ssl.socketFactory", trusted.context().getSocketFactory());
    }
    return Session.getInstance(properties);
  }
}
