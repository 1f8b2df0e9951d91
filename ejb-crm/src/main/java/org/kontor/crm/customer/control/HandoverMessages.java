package org.kontor.crm.customer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.kontor.crm.customer.boundary.Handovers;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.message.Happened;
import org.kontor.domain.message.MessageAudience;
import org.kontor.domain.message.MessageDraft;
import org.kontor.domain.message.MessageSource;

/**
 * Tells the two whom a handover concerns: of a proposal who is to confirm it, of its outcome both.
 */
@ApplicationScoped
public class HandoverMessages implements MessageSource {

  @Inject private Sql sql;

  @Override
  public Set<String> topics() {
    return Set.of(Handovers.PROPOSED, Handovers.CONFIRMED, Handovers.ENDED);
  }

  @Override
  public List<MessageDraft> drafts(Happened what) {
    long from = what.number("from");
    long to = what.number("to");
    String administrator = name(from);
    String successor = name(to);
    LongStream told =
        what.topic().equals(Handovers.PROPOSED) ? LongStream.of(to) : LongStream.of(from, to);
    return told.mapToObj(
            person ->
                MessageDraft.mail(
                    what.topic(),
                    MessageAudience.PERSON,
                    Map.of(
                        "person", person, "administrator", administrator, "successor", successor)))
        .toList();
  }

  /** A proposal that was ended or confirmed meanwhile need not be mailed. */
  @Override
  public boolean stillWanted(Happened what) {
    return !what.topic().equals(Handovers.PROPOSED)
        || sql.one(
                row -> true,
                "select 1 from handover where id = ? and state = 'PROPOSED' and until_at > now()",
                what.number("handover"))
            .isPresent();
  }

  private String name(long personId) {
    return sql.one(row -> row.getString(1), "select name from person where id = ?", personId)
        .orElse("");
  }
}
