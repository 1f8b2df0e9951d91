package org.kontor.crm.message.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.domain.message.Attachment;
import org.kontor.domain.message.Senders.Sender;

class ComposedMailTest {

  private static final String ID = "<0123456789abcdef@prim.example>";

  @Test
  void a_mail_keeps_our_id_and_says_that_a_program_wrote_it() throws Exception {
    String source = source(new Sender("prim.io", "facturi@prim.example", ZoneId.of("UTC")), "Ș");
    assertThat(source)
        .contains("Message-ID: " + ID + "\r\n")
        .contains("Auto-Submitted: auto-generated\r\n")
        .contains("Content-Language: ro\r\n")
        .contains("Date: Sun, 1 Mar 2026 09:00:00 +0000")
        .contains("From: \"prim.io\" <facturi@prim.example>\r\n")
        .contains("filename=a-b.pdf");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x\r\nBcc: victim@x.example",
        "x\nX-Evil: 1",
        "x\r\n\r\n<script>",
        "x\u0000\u000b\u2028Bcc: v@x.example",
        "\"x\" <v@x.example>"
      })
  void no_name_and_no_subject_makes_a_header(String hostile) throws Exception {
    String source = source(new Sender(hostile, "facturi@prim.example", ZoneId.of("UTC")), hostile);
    String head = source.substring(0, source.indexOf("\r\n\r\n"));
    assertThat(head.lines().map(line -> line.split(":")[0]).filter(name -> !name.startsWith(" ")))
        .doesNotContain("Bcc", "X-Evil")
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "a@",
        "@x.example",
        "a@x.example\r\nRCPT TO:<b@x.example>",
        "a@x.example,b@x.example",
        "a@x.example b@x.example",
        "<a@x.example>",
        "Name <a@x.example>",
        "a@x.example>",
        "group: a@x.example;",
        "a@x.example\u0000",
        "a(comment)@x.example"
      })
  void what_is_not_exactly_one_address_is_none(String address) {
    assertThatThrownBy(() -> ComposedMail.recipient(address))
        .isInstanceOf(MessagingException.class);
  }

  @Test
  void usual_addresses_are_addresses() throws Exception {
    for (String address : List.of("a@x.example", "a.b+c@sub.x.example", "o'neil@x.example")) {
      assertThat(ComposedMail.recipient(address).getAddress()).isEqualTo(address);
    }
  }

  private static String source(Sender sender, String subject) throws Exception {
    WrittenMessage words =
        new WrittenMessage(WrittenMessage.oneLine(subject), "t", "Text\n", "<p>Text</p>");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ComposedMail.of(
            Session.getInstance(new Properties()),
            ID,
            sender,
            ComposedMail.recipient("a@x.example"),
            words,
            "ro",
            List.of(new Attachment("a/\r\nb.pdf", "application/pdf", new byte[] {1})),
            Instant.parse("2026-03-01T09:00:00Z"))
        .writeTo(out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
