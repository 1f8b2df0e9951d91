package org.kontor.domain.message;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.Texts;

/**
 * A message before it has recipients and a language.
 *
 * @param template name of a text that exists in every language, mostly the topic itself
 * @param values what the text names: String, Integer, Long, {@link Money}, {@link LocalDate},
 *     {@link YearMonth}, {@link Instant} (shown in the seller's zone) or {@link Texts} (shown in
 *     the reader's language); each is shown as it is and never read as a template
 * @param email whether it is mailed to everybody in the audience
 * @param inApplication whether the audience sees it as a notice in the application
 * @param noticeUntil last moment at which the notice is shown; null when it does not expire
 */
public record MessageDraft(
    String template,
    MessageAudience to,
    Map<String, Object> values,
    List<AttachmentRef> attachments,
    boolean email,
    boolean inApplication,
    Instant noticeUntil) {

  public MessageDraft {
    Objects.requireNonNull(template, "template");
    Objects.requireNonNull(to, "to");
    values = new TreeMap<>(values);
    values.forEach(MessageDraft::requireShowable);
    attachments = List.copyOf(attachments);
    if (inApplication && to.isAddress()) {
      throw new IllegalArgumentException("a notice is shown to people, not to an address");
    }
  }

  /** Sent by mail only. */
  public static MessageDraft mail(
      String template, MessageAudience to, Map<String, Object> values, AttachmentRef... attached) {
    return new MessageDraft(template, to, values, List.of(attached), true, false, null);
  }

  /** Shown in the application only. */
  public static MessageDraft notice(
      String template, MessageAudience to, Map<String, Object> values, Instant until) {
    return new MessageDraft(template, to, values, List.of(), false, true, until);
  }

  /** Both ways at once (S2.13, S2.14). */
  public static MessageDraft mailAndNotice(
      String template, MessageAudience to, Map<String, Object> values, Instant until) {
    return new MessageDraft(template, to, values, List.of(), true, true, until);
  }

  private static void requireShowable(String name, Object value) {
    if (!(value instanceof String
        || value instanceof Integer
        || value instanceof Long
        || value instanceof Money
        || value instanceof LocalDate
        || value instanceof YearMonth
        || value instanceof Instant
        || value instanceof Texts)) {
      throw new IllegalArgumentException(name + " cannot be shown: " + value);
    }
  }
}
