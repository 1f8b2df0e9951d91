package org.kontor.crm.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kontor.crm.identity.boundary.AskedAdministrators;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.message.Happened;
import org.kontor.domain.message.MessageAudience;
import org.kontor.domain.message.MessageDraft;
import org.kontor.domain.message.MessageSource;

/** The mail to a main administrator whom somebody of the customer asks for help. */
@ApplicationScoped
public class AskedMessages implements MessageSource {

  @Inject private Sql sql;

  @Override
  public Set<String> topics() {
    return Set.of(AskedAdministrators.ASKED);
  }

  @Override
  public List<MessageDraft> drafts(Happened what) {
    return asking(what).stream()
        .map(
            name ->
                MessageDraft.mail(
                    what.topic(), MessageAudience.MAIN_ADMINISTRATOR, Map.of("name", name)))
        .toList();
  }

  /** Who has left meanwhile asks no more. */
  @Override
  public boolean stillWanted(Happened what) {
    return !asking(what).isEmpty();
  }

  private List<String> asking(Happened what) {
    return sql.list(
        row -> row.getString(1),
        "select p.name from person p join membership m on m.person_id = p.id"
            + " where p.id = ? and m.customer_id = ?",
        what.number("person"),
        what.customerId());
  }
}
