package org.kontor.crm.message.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.identity.boundary.Visitor;
import org.kontor.crm.message.control.Drafting;
import org.kontor.crm.message.control.MessageRow;
import org.kontor.crm.message.control.MessageStore;
import org.kontor.crm.message.control.Writing;
import org.kontor.crm.message.control.WrittenMessage;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.customer.Delegation;
import org.kontor.domain.message.AttachmentRef;

/**
 * The mails of a customer for its own people (PAGES C23): administrators read all of them,
 * everybody else only its own. Nobody finds a link here that lets somebody in: who reads the
 * archive could take over another's account with it.
 */
@Stateless
public class MessageArchive {

  @Inject private Caller caller;
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

  /** The customer's own address, where it refuses mail. */
  public Optional<String> bouncingAddress(long customerId) {
    return sql.one(
        row -> row.getString(1),
        "select c.email from customer c join bounced_address b on b.vendor_code = c.vendor_code"
            + " and b.address = lower(trim(c.email)) where c.id = ?",
        customerId);
  }

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
