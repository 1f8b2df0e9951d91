package org.kontor.launcher.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.launcher.Ports;

class MailboxTest {

  private static final String HOSTILE = "<script>alert(1)</script> Ș";

  @TempDir private Path folder;
  private Mailbox mailbox;

  @BeforeEach
  void start() throws Exception {
    mailbox = Mailbox.start(folder, Ports.any(), Ports.any());
  }

  @AfterEach
  void stop() {
    mailbox.close();
  }

  @Test
  void a_mail_becomes_a_file_and_a_page_that_runs_nothing_of_it() throws Exception {
    send(HOSTILE);
    assertThat(folder.resolve("000001.eml")).content().contains("<kept@x.example>");
    HttpResponse<String> list = get("");
    assertThat(list.body()).contains("&lt;script&gt;alert(1)&lt;/script&gt; Ș", "/mails/1");
    assertThat(list.body()).doesNotContain("<script>");
    HttpResponse<String> mail = get("mails/1");
    assertThat(mail.body())
        .contains("a@x.example", "Text &lt;b&gt;", "rechnung-1.pdf", "&lt;kept@x.example&gt;")
        .doesNotContain("<script>");
    assertThat(mail.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'");
    assertThat(get("mails/1/html").headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("sandbox");
    HttpResponse<String> file = get("mails/1/0");
    assertThat(file.body()).isEqualTo("%PDF-1.7 content");
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .isEqualTo("attachment; filename=\"rechnung-1.pdf\"");
  }

  @Test
  void mails_are_kept_over_a_restart_and_numbered_on() throws Exception {
    send("one");
    mailbox.close();
    mailbox = Mailbox.start(folder, Ports.any(), Ports.any());
    send("two");
    assertThat(Files.list(folder).map(Path::getFileName).map(Path::toString).sorted())
        .containsExactly("000001.eml", "000002.eml");
    assertThat(get("").body()).contains("one", "two");
  }

  @Test
  void what_is_not_there_is_not_found_and_nothing_can_be_changed() throws Exception {
    assertThat(get("mails/7").statusCode()).isEqualTo(404);
    assertThat(get("mails/../../secrets.properties").statusCode()).isEqualTo(404);
    send("one");
    assertThat(get("mails/1/5").statusCode()).isEqualTo(404);
    HttpRequest post =
        HttpRequest.newBuilder(mailbox.page()).POST(HttpRequest.BodyPublishers.noBody()).build();
    assertThat(
            HttpClient.newHttpClient()
                .send(post, HttpResponse.BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(405);
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI address = URI.create(mailbox.page() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }

  private void send(String subject) throws Exception {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", Integer.toString(mailbox.port()));
    Session session = Session.getInstance(properties);
    MimeMessage mail =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws jakarta.mail.MessagingException {
            setHeader("Message-ID", "<kept@x.example>");
          }
        };
    mail.setFrom(new InternetAddress("billing@x.example"));
    mail.setRecipient(Message.RecipientType.TO, new InternetAddress("a@x.example"));
    mail.setSubject(subject, "UTF-8");
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText("Text <b>", "UTF-8");
    MimeBodyPart html = new MimeBodyPart();
    html.setText("<p>HTML</p>", "UTF-8", "html");
    MimeBodyPart file = new MimeBodyPart();
    file.setDataHandler(
        new DataHandler(new ByteArrayDataSource("%PDF-1.7 content".getBytes(), "application/pdf")));
    file.setFileName("rechnung \"1.pdf");
    MimeMultipart all = new MimeMultipart("mixed");
    all.addBodyPart(plain);
    all.addBodyPart(html);
    all.addBodyPart(file);
    mail.setContent(all);
    Transport.send(mail);
  }
}
