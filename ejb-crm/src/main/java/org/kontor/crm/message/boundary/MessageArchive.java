package org.kontor.crm.message.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.identity.boundary.Tries;
import org.kontor.crm.identity.boundary.Visitor;
import org.kontor.crm.message.control.Drafting;
import org.kontor.crm.message.control.MessageRow;
import org.kontor.crm.message.control.MessageStore;
import org.kontor.crm.message.control.Writing;
import org.kontor.crm.message.control.WrittenMessage;
import org.kontor.crm.platform.boundary.Audit;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.customer.Delegation;
import org.kontor.domain.message.Addressee;
import org.kontor.domain.message.AttachmentRef;
import org.kontor.domain.message.MessageState;
import org.kontor.domain.time.BusinessClock;

/**
 * The mails of a customer for its own people (PAGES C23): administrators read all of them,
 * everybody else only its own. Nobody finds a link here that lets somebody in: who reads the
 * archive could take over another's account with it.
 */
@Stateless
public class MessageArchive {

  /** More mails than ever carry one document. */
  private static final int CARRIERS = 50;

  private static final int SENT = 20;
  private static final Duration WINDOW = Duration.ofHours(1);

  @Inject private Caller caller;
  @Inject private Drafting drafting;
  @Inject private Tries tries;
  @Inject private Audit audit;
  @Inject private BusinessClock clock;
  @Inject private MessageStore store;
  @Inject private Writing writing;
  @Inject private Sql sql;

  /**
   * What somebody may read, the latest first.
   *
   * @param after cursor of the page before, null for the first
   */
  public Page<ArchivedMessage> page(Visitor reader, String after, int size) {
    long customerId = reader.customerId();
    long before = after == null || after.isEmpty() ? Long.MAX_VALUE : Page.afterId(after);
    Map<String, Object> customer = writing.customer(customerId);
    List<ArchivedMessage> rows =
        store.archive(customerId, own(reader), before, size + 1).stream()
            .filter(row -> caller.sees(row.vendor()))
            .map(row -> view(row, writing.words(row, customer)))
            .toList();
    return Page.of(rows, size, row -> Long.toString(row.id()));
  }

  /**
   * @throws org.kontor.domain.problem.Refused NOT_FOUND, also for what is another's
   */
  public ArchivedText text(Visitor reader, long id) {
    Long own = own(reader);
    MessageRow row =
        store
            .find(id)
            .filter(
                found -> found.customerId() == reader.customerId() && caller.sees(found.vendor()))
            .filter(found -> own == null || own.equals(found.personId()))
            .orElseThrow(() -> NotFound.of("message"));
    WrittenMessage words = writing.words(row);
    return new ArchivedText(view(row, words), words.plain().strip());
  }

  /** The mails that carried a document, those among them that somebody may read. */
  public CarriedDocument carrying(Visitor reader, long invoiceId) {
    Long own = own(reader);
    Map<String, Object> customer = writing.customer(reader.customerId());
    List<MessageRow> carriers = carriers(reader, invoiceId);
    return new CarriedDocument(
        carriers.stream()
            .filter(row -> own == null || own.equals(row.personId()))
            .map(row -> view(row, writing.words(row, customer)))
            .toList(),
        carriers.stream().anyMatch(row -> !row.isForgotten()));
  }

  /**
   * Mails a document once more, to the person itself: nobody can have mail sent to strangers. What
   * is on its way already is not sent twice.
   *
   * @throws org.kontor.domain.problem.Refused NOT_FOUND where no mail has carried it,
   *     TOO_MANY_REQUESTS
   */
  public void sendToMe(Visitor reader, long invoiceId) {
    List<MessageRow> carriers = carriers(reader, invoiceId);
    MessageRow first =
        carriers.stream()
            .filter(row -> !row.isForgotten())
            .reduce((later, earlier) -> earlier)
            .flatMap(row -> store.lock(row.id()))
            .orElseThrow(() -> NotFound.of("message"));
    boolean underWay =
        carriers(reader, invoiceId).stream()
            .anyMatch(
                row ->
                    row.state() == MessageState.WAITING && row.recipient().equals(address(reader)));
    if (underWay) {
      return;
    }
    tries.count("document by mail " + reader.personId(), SENT, WINDOW);
    MessageRow again =
        drafting.again(
            first,
            store.copies(first),
            new Addressee(reader.personId(), address(reader), reader.name(), reader.language()),
            clock.now());
    store.addAll(List.of(again));
    audit.record("message.sent-again", "message/" + first.id(), Map.of("copy", again.copy()));
  }

  private List<MessageRow> carriers(Visitor reader, long invoiceId) {
    AttachmentRef document = new AttachmentRef(AttachmentRef.INVOICE, invoiceId);
    return store.carrying(reader.customerId(), document, CARRIERS).stream()
        .filter(row -> caller.sees(row.vendor()))
        .toList();
  }

  private static String address(Visitor reader) {
    return reader.email().toLowerCase(Locale.ROOT);
  }

  /** Those of the customer's addresses for documents that refuse mail, its own first. */
  public List<BouncingAddress> bouncingAddresses(long customerId) {
    return sql.list(
        row -> new BouncingAddress(row.getString(1), row.getBoolean(2)),
        "select b.address, b.address = lower(trim(c.email)) as own from customer c"
            + " join bounced_address b on b.vendor_code = c.vendor_code"
            + " and b.address = any(array_append(string_to_array(c.further_emails, ' '),"
            + " lower(trim(c.email))))"
            + " where c.id = ? order by own desc, b.address",
        customerId);
  }

  /**
   * An address for documents that refuses mail.
   *
   * @param own whether it is the customer's own one, not a further one
   */
  public record BouncingAddress(String address, boolean own) {}

  /** Whose mails alone are read; null for all of the customer. */
  private static Long own(Visitor reader) {
    return Delegation.readsAllMails(reader.role()) ? null : reader.personId();
  }

  private static ArchivedMessage view(MessageRow row, WrittenMessage words) {
    return new ArchivedMessage(
        row.id(),
        words.subject(),
        row.language(),
        row.isForgotten() ? "" : row.recipient(),
        row.state(),
        row.createdAt(),
        row.sentAt(),
        Drafting.attachments(row).stream()
            .filter(ref -> ref.kind().equals(AttachmentRef.INVOICE))
            .map(AttachmentRef::id)
            .toList(),
        row.reason());
  }
}
