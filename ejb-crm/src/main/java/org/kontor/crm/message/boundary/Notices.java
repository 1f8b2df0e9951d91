package org.kontor.crm.message.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.kontor.crm.customer.boundary.Customers;
import org.kontor.crm.customer.boundary.People;
import org.kontor.crm.customer.boundary.PersonView;
import org.kontor.crm.message.control.NoticeStore;
import org.kontor.crm.message.control.NoticeStore.NoticeRow;
import org.kontor.crm.message.control.OutboxRows;
import org.kontor.crm.message.control.ShownValues;
import org.kontor.crm.message.control.Sources;
import org.kontor.crm.message.control.Writing;
import org.kontor.crm.message.control.WrittenMessage;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.domain.message.Renewed;
import org.kontor.domain.message.Senders.Sender;
import org.kontor.domain.time.BusinessClock;

/** What a person is told in the vendor's own application (S2.13, S3.12, S3.39). */
@Stateless
public class Notices {

  private static final int MOST = 50;

  @Inject private Customers customers;
  @Inject private People people;
  @Inject private NoticeStore store;
  @Inject private OutboxRows outbox;
  @Inject private Sources sources;
  @Inject private Writing writing;
  @Inject private BusinessClock clock;

  /**
   * The notices for a person's role that are still true, not expired and not put away; the latest
   * first, at most 50.
   */
  public List<NoticeView> of(long customerId, long personId) {
    PersonView person = person(customerId, personId);
    return store.open(customerId, personId, clock.now(), MOST).stream()
        .filter(notice -> notice.audience().means(person.role()))
        .filter(this::isTrue)
        .map(notice -> view(notice, person))
        .toList();
  }

  /** Puts a notice away for this person; the second time nothing happens. */
  public void dismiss(long customerId, long personId, long noticeId) {
    PersonView person = person(customerId, personId);
    NoticeRow notice =
        store
            .find(noticeId)
            .filter(found -> found.customerId() == customerId)
            .filter(found -> found.audience().means(person.role()))
            .orElseThrow(() -> NotFound.of("notice"));
    store.dismiss(notice.id(), personId, clock.now());
  }

  private boolean isTrue(NoticeRow notice) {
    Optional<Boolean> wanted = outbox.happened(notice.outboxId()).map(sources::stillWanted);
    return wanted.orElse(true);
  }

  private NoticeView view(NoticeRow notice, PersonView reader) {
    String vendor = notice.vendor();
    Sender sender = writing.sender(vendor, clock.today(ZoneOffset.UTC));
    Optional<Renewed> now = outbox.happened(notice.outboxId()).flatMap(sources::renewed);
    String shown =
        now.map(said -> ShownValues.with(notice.shown(), said.values())).orElse(notice.shown());
    WrittenMessage words =
        writing.words(
            vendor, notice.template(), reader.language(), shown, notice.customerId(), sender);
    return new NoticeView(
        notice.id(),
        notice.topic(),
        notice.key(),
        words.subject(),
        words.text(),
        notice.createdAt(),
        now.map(Renewed::noticeUntil).orElse(notice.shownUntil()));
  }

  private PersonView person(long customerId, long personId) {
    customers.view(customerId);
    return people.list(customerId).stream()
        .filter(found -> found.id() == personId)
        .findFirst()
        .orElseThrow(() -> NotFound.of("person"));
  }
}
