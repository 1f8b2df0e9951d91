package org.kontor.crm.message.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.kontor.crm.platform.boundary.Setting;
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

  /**
   * @throws IllegalArgumentException when a value is missing or there is no such text
   */
  public WrittenMessage words(MessageRow row) {
    return words(row.template(), row.language(), row.shown(), row.customerId(), sender(row));
  }

  public WrittenMessage words(
      String template, String language, String shown, long customerId, Sender sender) {
    Map<String, Object> values = new HashMap<>(ShownValues.read(shown));
    values.put("vendor", sender.name());
    values.put("clientArea", settings.text(Setting.CLIENT_AREA));
    sql.list(
        found -> {
          values.put("customer", found.getString(1));
          return values.put("reference", found.getString(2));
        },
        "select name, reference from customer where id = ?",
        customerId);
    return WrittenMessage.of(template, Language.of(language), values, sender.zone());
  }

  public Sender sender(MessageRow row) {
    return sender(row.vendor(), row.businessDate());
  }

  public Sender sender(String vendor, LocalDate on) {
    return senders.of(vendor, on);
  }
}
