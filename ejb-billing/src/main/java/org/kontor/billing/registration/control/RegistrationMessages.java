package org.kontor.billing.registration.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kontor.billing.registration.boundary.Registrations;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.message.Happened;
import org.kontor.domain.message.MessageAudience;
import org.kontor.domain.message.MessageDraft;
import org.kontor.domain.message.MessageSource;

/** Mails to strangers who want to become customers, or who are known and forgot it. */
@ApplicationScoped
public class RegistrationMessages implements MessageSource {

  @Inject private Sql sql;

  @Override
  public Set<String> topics() {
    return Set.of(Registrations.ASKED, Registrations.KNOWN);
  }

  /** A link that was used meanwhile, or is too old, need not be mailed. */
  @Override
  public boolean stillWanted(Happened what) {
    return what.topic().equals(Registrations.KNOWN)
        || sql.one(
                row -> true,
                "select 1 from registration"
                    + " where id = ? and customer_id is null and until_at > now()",
                what.number("registration"))
            .isPresent();
  }

  @Override
  public List<MessageDraft> drafts(Happened what) {
    return List.of(
        MessageDraft.mail(
            what.topic(),
            MessageAudience.STRANGER,
            Map.of(
                "registration", what.number("registration"),
                "address", what.text("address"),
                "language", what.text("language"))));
  }
}
