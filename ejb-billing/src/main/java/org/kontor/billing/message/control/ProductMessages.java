package org.kontor.billing.message.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kontor.domain.message.Happened;
import org.kontor.domain.message.MessageAudience;
import org.kontor.domain.message.MessageDraft;
import org.kontor.domain.message.MessageSource;

/** What was bought is active, or goes on (S5.3). */
@ApplicationScoped
public class ProductMessages implements MessageSource {

  private static final String ACTIVATED = "product.activated";
  private static final String RENEWED = "product.renewed";

  private final Named named;

  @Inject
  public ProductMessages(Named named) {
    this.named = named;
  }

  /** For the container's proxy. */
  protected ProductMessages() {
    this(null);
  }

  @Override
  public Set<String> topics() {
    return Set.of(ACTIVATED, RENEWED);
  }

  @Override
  public List<MessageDraft> drafts(Happened what) {
    LocalDate expires = what.date("expiresOn");
    Map<String, Object> values = new HashMap<>();
    values.put("product", named.product(what.vendor(), what.text("product"), what.businessDate()));
    if (expires != null) {
      values.put("expiresOn", expires);
    }
    String template =
        what.topic().equals(ACTIVATED) && expires != null ? ACTIVATED + ".until" : what.topic();
    return List.of(MessageDraft.mail(template, MessageAudience.BILLING, values));
  }

  @Override
  public boolean stillWanted(Happened what) {
    return true;
  }
}
