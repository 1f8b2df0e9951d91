package org.kontor.domain.message;

/**
 * What a mail server's answer means for a mail (RFC 5321, RFC 3463).
 *
 * @param reason what the server said, for people
 */
public record SendResult(Verdict verdict, String reason) {

  private static final int LONGEST_REASON = 500;

  public SendResult {
    reason = reason.replaceAll("\\p{Cntrl}+", " ").strip();
    reason = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
  }

  public static SendResult accepted() {
    return new SendResult(Verdict.ACCEPTED, "");
  }

  /** The server could not be reached or fell silent: no mail is to blame for that. */
  public static SendResult serverAway(String reason) {
    return new SendResult(Verdict.SERVER_AWAY, reason);
  }

  /**
   * Reads a refusal.
   *
   * @param step of the dialogue that was refused
   * @param code three digits, 400 to 599
   * @param reply the text after the code, with the enhanced status if the server gives one
   */
  public static SendResult refused(Step step, int code, String reply) {
    String reason = code + " " + reply;
    if (code < 500 || code > 599) {
      // 421: the server closes the channel, whatever was asked
      return new SendResult(code == 421 ? Verdict.SERVER_AWAY : Verdict.RETRY, reason);
    }
    String status = reply.strip().split("[ -]", 2)[0];
    if (step == Step.LOG_IN) {
      return new SendResult(Verdict.SERVER_AWAY, reason);
    }
    if (step != Step.RECIPIENT || status.startsWith("5.7.")) {
      // A refusal of us, of our sender or of the content says nothing about the address
      return new SendResult(Verdict.REFUSED, reason);
    }
    // A full mailbox is emptied some day; 500 and 502 to 504 say that the dialogue went wrong
    if (status.equals("5.2.2") || code == 552 || code == 500 || code >= 502 && code <= 504) {
      return new SendResult(Verdict.RETRY, reason);
    }
    return new SendResult(Verdict.HARD_BOUNCE, reason);
  }

  /** How a mail stands after a try. */
  public enum Verdict {
    ACCEPTED,
    /** This mail later again. */
    RETRY,
    /** All mails later again; the try does not count. */
    SERVER_AWAY,
    /** The address does not exist or takes no mail. */
    HARD_BOUNCE,
    /** This mail is never accepted, though the address may be good. */
    REFUSED
  }

  /** Where in the dialogue with the mail server. */
  public enum Step {
    LOG_IN,
    SENDER,
    RECIPIENT,
    CONTENT
  }
}
