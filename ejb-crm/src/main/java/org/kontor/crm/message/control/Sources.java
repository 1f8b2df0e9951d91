package org.kontor.crm.message.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.kontor.domain.message.Attachment;
import org.kontor.domain.message.AttachmentRef;
import org.kontor.domain.message.AttachmentSource;
import org.kontor.domain.message.Happened;
import org.kontor.domain.message.MessageDraft;
import org.kontor.domain.message.MessageSource;
import org.kontor.domain.message.Renewed;

/** Everybody who has something to say about what happened, found by topic. */
@ApplicationScoped
public class Sources {

  private final Map<String, List<MessageSource>> byTopic = new ConcurrentHashMap<>();

  @Inject @Any private Instance<MessageSource> messages;
  @Inject @Any private Instance<AttachmentSource> attachments;

  public List<MessageDraft> drafts(Happened what) {
    return of(what.topic()).stream().flatMap(source -> source.drafts(what).stream()).toList();
  }

  public boolean stillWanted(Happened what) {
    return of(what.topic()).stream().allMatch(source -> source.stillWanted(what));
  }

  public Optional<Renewed> renewed(Happened what) {
    return of(what.topic()).stream().flatMap(source -> source.renewed(what).stream()).findFirst();
  }

  /**
   * @throws IllegalStateException when nobody knows such a thing; the mail is tried again later
   */
  public Attachment load(AttachmentRef ref) {
    for (AttachmentSource source : attachments) {
      Optional<Attachment> found = source.load(ref);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new IllegalStateException("nothing to attach for " + ref);
  }

  private List<MessageSource> of(String topic) {
    return byTopic.computeIfAbsent(
        topic,
        name -> {
          List<MessageSource> found = new ArrayList<>();
          for (MessageSource source : messages) {
            if (source.topics().contains(name)) {
              found.add(source);
            }
          }
          return found;
        });
  }
}
