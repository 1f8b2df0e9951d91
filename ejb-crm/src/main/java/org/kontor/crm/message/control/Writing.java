package org.kontor.crm.message.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.kontor.crm.identity.control.ProofLinks;
import org.kontor.crm.identity.control.ProofLinks.Kind;
import org.kontor.crm.platform.boundary.Settings;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.message.Senders;
import org.kontor.domain.message.Senders.Sender;
import org.kontor.domain.text.Language;

/** Puts stored messages into words, when somebody needs the words. */
@ApplicationScoped
public class Writing {

  @Inject private Sql sql;
  @Inject private Senders senders;
  @Inject private Settings settings;
  @Inject private ProofLinks links;

  /**
   * As somebody reads it who is not its addressee: without the secret of a link.
   *
   * @throws IllegalArgumentException when a value is missing or there is no such text
   */
  public WrittenMessage words(MessageRow row) {
    return words(row, customer(row.customerId()));
  }

  /**
   * The same of several mails of one customer.
   *
   * @param customer as {@link #customer} gives it
   */
  public WrittenMessage words(MessageRow row, Map<String, Object> customer) {
    Map<String, Object> values = new HashMap<>(ShownValues.read(row.shown()));
    for (Kind kind : Kind.values()) {
      values.computeIfPresent(kind.value(), (name, proof) -> links.hidden(kind, row.vendor()));
    }
    return words(row, values, customer);
  }

  /** As it is sent. */
  public WrittenMessage wordsToSend(MessageRow row) {
    Map<String, Object> values = new HashMap<>(ShownValues.read(row.shown()));
    for (Kind kind : Kind.values()) {
      values.computeIfPresent(
          kind.value(),
          (name, proof) -> links.address(kind, row.vendor(), ((Number) proof).longValue()));
    }
    return words(row, values, customer(row.customerId()));
  }

  private WrittenMessage words(
      MessageRow row, Map<String, Object> values, Map<String, Object> customer) {
    return words(row.vendor(), row.template(), row.language(), values, customer, sender(row));
  }

  public WrittenMessage words(
      String vendor,
      String template,
      String language,
      String shown,
      long customerId,
      Sender sender) {
    Map<String, Object> values = new HashMap<>(ShownValues.read(shown));
    return words(vendor, template, language, values, customer(customerId), sender);
  }

  private WrittenMessage words(
      String vendor,
      String template,
      String language,
      Map<String, Object> values,
      Map<String, Object> customer,
      Sender sender) {
    values.put("vendor", sender.name());
    values.put("clientArea", settings.clientArea(vendor));
    values.putAll(customer);
    return WrittenMessage.of(template, Language.of(language), values, sender.zone());
  }

  /** What each mail says of its customer; {@code known} is no where there is none. */
  public Map<String, Object> customer(long customerId) {
    return sql.one(
            found ->
                Map.<String, Object>of(
                    "known",
                    "yes",
                    "customer",
                    found.getString(1),
                    "reference",
                    found.getString(2)),
            "select name, reference from customer where id = ?",
            customerId)
        .orElse(Map.of("known", "no", "customer", "", "reference", ""));
  }

  public Sender sender(MessageRow row) {
    return sender(row.vendor(), row.businessDate());
  }

  public Sender sender(String vendor, LocalDate on) {
    return senders.of(vendor, on);
  }
}
