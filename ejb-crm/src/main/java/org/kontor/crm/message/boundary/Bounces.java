package org.kontor.crm.message.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.message.control.Addresses;
import org.kontor.crm.message.control.Addresses.Bounced;
import org.kontor.crm.message.control.MessageRow;
import org.kontor.crm.message.control.MessageStore;
import org.kontor.crm.platform.boundary.Audit;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.domain.customer.Check;
import org.kontor.domain.message.MessageState;
import org.kontor.domain.message.SendResult;
import org.kontor.domain.message.SendResult.Step;
import org.kontor.domain.message.SendResult.Verdict;
import org.kontor.domain.time.BusinessClock;

/** Mail that came back, and the addresses that refuse it. */
@Stateless
public class Bounces {

  private static final int LONGEST_ID = 300;
  private static final int LONGEST_REASON = 2000;

  @Inject private Caller caller;
  @Inject private MessageStore messages;
  @Inject private Addresses addresses;
  @Inject private BusinessClock clock;
  @Inject private Audit audit;

  /**
   * Notes that a mail came back. Only what is said about the address marks the address; a report
   * that arrives twice changes nothing. Refuses with NOT_FOUND a Message-ID that is none of ours.
   */
  public MessageView report(BounceReport sent) {
    String id = Check.text("messageId", sent.messageId(), 3, LONGEST_ID);
    String header = id.startsWith("<") ? id : "<" + id + ">";
    String reason = sent.reason() == null ? "" : sent.reason();
    if (sent.status() == null || !sent.status().matches("[45]\\.\\d{1,3}\\.\\d{1,3}")) {
      throw Check.invalid(
          "status",
          "That is no status of a delivery",
          "Send an enhanced status code of RFC 3463, for example 5.1.1.");
    }
    MessageRow row =
        messages
            .lockByMessageId(header, caller.vendorFilter(null))
            .orElseThrow(() -> NotFound.of("message"));
    SendResult result =
        SendResult.refused(
            Step.RECIPIENT,
            sent.status().startsWith("5") ? 550 : 450,
            sent.status() + " " + reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
    if (row.state() == MessageState.SENT && result.verdict() != Verdict.RETRY) {
      messages.settle(row.id(), MessageState.BOUNCED, result.reason());
      if (result.verdict() == Verdict.HARD_BOUNCE) {
        addresses.bounced(row, result.reason(), clock.now());
      }
      audit.record("message.bounced", "message/" + row.id(), Map.of("status", sent.status()));
    }
    return MessageView.of(messages.find(row.id()).orElseThrow());
  }

  /**
   * @param vendor null for all that the caller sees
   */
  public Page<BouncedAddressView> list(String vendor, String after, Integer limit) {
    int size = Page.limit(limit);
    return Page.of(
        addresses.page(caller.vendorFilter(vendor), Page.afterId(after), size + 1).stream()
            .map(Bounces::view)
            .toList(),
        size,
        row -> Long.toString(row.id()));
  }

  /** The address is good again: mail goes to it from now on. */
  public void isGood(long id) {
    Bounced found =
        addresses
            .find(id)
            .filter(bounced -> caller.sees(bounced.vendor()))
            .orElseThrow(() -> NotFound.of("bounced address"));
    addresses.isGood(found.id());
    audit.record("address.good-again", "bounced-address/" + id, Map.of());
  }

  private static BouncedAddressView view(Bounced row) {
    return new BouncedAddressView(
        row.id(), row.vendor(), row.address(), row.reason(), row.messageId(), row.bouncedAt());
  }
}
