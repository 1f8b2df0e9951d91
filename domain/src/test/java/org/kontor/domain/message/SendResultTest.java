package org.kontor.domain.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kontor.domain.message.SendResult.Step;
import org.kontor.domain.message.SendResult.Verdict;

class SendResultTest {

  @ParameterizedTest
  @CsvSource({
    // the address is to blame only for what is said about the address
    "RECIPIENT, 503, MAIL must come before RCPT, RETRY",
    "RECIPIENT, 550, 5.1.1 no such user, HARD_BOUNCE",
    "RECIPIENT, 550, No such user, HARD_BOUNCE",
    "RECIPIENT, 553, 5.1.3 bad address, HARD_BOUNCE",
    "RECIPIENT, 550, 5.2.1 disabled, HARD_BOUNCE",
    "RECIPIENT, 554, 5.7.1 you are on our list, REFUSED",
    "RECIPIENT, 550, 5.2.2 mailbox full, RETRY",
    "RECIPIENT, 552, over quota, RETRY",
    "RECIPIENT, 450, 4.2.0 greylisted, RETRY",
    "RECIPIENT, 451, 4.3.0 try later, RETRY",
    "RECIPIENT, 421, 4.3.2 closing, SERVER_AWAY",
    "SENDER, 550, 5.7.1 not you, REFUSED",
    "SENDER, 451, later, RETRY",
    "CONTENT, 554, 5.6.0 we call it spam, REFUSED",
    "CONTENT, 552, 5.3.4 too big, REFUSED",
    "CONTENT, 451, 4.3.0 later, RETRY",
    "LOG_IN, 535, 5.7.8 wrong password, SERVER_AWAY",
    "LOG_IN, 454, 4.7.0 temporary, RETRY",
  })
  void reads_what_the_server_says(Step step, int code, String reply, Verdict verdict) {
    SendResult result = SendResult.refused(step, code, reply);
    assertThat(result.verdict()).isEqualTo(verdict);
    assertThat(result.reason()).isEqualTo(code + " " + reply);
  }

  @ParameterizedTest
  @CsvSource({"-1", "0", "200", "354", "600"})
  void takes_an_answer_that_is_none_for_a_temporary_one(int code) {
    assertThat(SendResult.refused(Step.CONTENT, code, "?").verdict()).isEqualTo(Verdict.RETRY);
  }

  @ParameterizedTest
  @CsvSource({"550"})
  void keeps_a_reason_of_one_line_and_bounded(int code) {
    SendResult result =
        SendResult.refused(Step.RECIPIENT, code, "5.1.1 a\r\nb\u0000" + "x".repeat(5000));
    assertThat(result.reason()).startsWith("550 5.1.1 a b x").hasSize(500);
  }
}
