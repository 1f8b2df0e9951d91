package org.kontor.crm.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kontor.crm.identity.boundary.MailedProofs;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.message.Happened;
import org.kontor.domain.message.MessageAudience;
import org.kontor.domain.message.MessageDraft;
import org.kontor.domain.message.MessageSource;

/** Mails with links by which people get in. */
@ApplicationScoped
public class IdentityMessages implements MessageSource {

  @Inject private Sql sql;

  @Override
  public Set<String> topics() {
    return Set.of(MailedProofs.INVITED, MailedProofs.FORGOTTEN);
  }

  @Override
  public List<MessageDraft> drafts(Happened what) {
    return List.of(
        MessageDraft.mail(
            what.topic(),
            MessageAudience.PERSON,
            Map.of("person", what.number("person"), "proof", what.number("proof"))));
  }

  /** A link that was used meanwhile, or is too old, need not be mailed. */
  @Override
  public boolean stillWanted(Happened what) {
    return sql.one(
            row -> true,
            "select 1 from mailed_proof where id = ? and used_at is null and until_at > now()",
            what.number("proof"))
        .isPresent();
  }
}
