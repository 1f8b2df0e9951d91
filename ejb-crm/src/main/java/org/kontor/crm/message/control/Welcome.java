package org.kontor.crm.message.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kontor.domain.message.Happened;
import org.kontor.domain.message.MessageAudience;
import org.kontor.domain.message.MessageDraft;
import org.kontor.domain.message.MessageSource;

/** Tells whoever was brought into the system how to get into the client area (S5.10). */
@ApplicationScoped
public class Welcome implements MessageSource {

  private static final String CREATED = "customer.created";

  @Override
  public Set<String> topics() {
    return Set.of(CREATED);
  }

  @Override
  public List<MessageDraft> drafts(Happened what) {
    return List.of(MessageDraft.mail(CREATED, MessageAudience.MAIN_ADMINISTRATOR, Map.of()));
  }

  @Override
  public boolean stillWanted(Happened what) {
    return true;
  }
}
