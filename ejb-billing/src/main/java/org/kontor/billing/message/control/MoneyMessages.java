package org.kontor.billing.message.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.billing.ledger.control.Ledger;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.domain.ledger.Buckets;
import org.kontor.domain.ledger.LowBalanceAlert;
import org.kontor.domain.message.Happened;
import org.kontor.domain.message.MessageAudience;
import org.kontor.domain.message.MessageDraft;
import org.kontor.domain.message.MessageSource;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.AccessPolicy.Notices;

/**
 * Money that came, and money that is used up: a notice in the application and a mail, once for each
 * crossing of zero (S2.13, S2.14), to those whom the policy names (S2.18), while it is true. A
 * policy that names nobody tells nobody before its ladder does (S3.11). Before that, a mail where
 * the customer asked to hear of a low balance (PAGES C05).
 */
@ApplicationScoped
public class MoneyMessages implements MessageSource {

  static final String RECEIVED = "payment.recorded";
  static final String EXHAUSTED = "balance.exhausted";
  static final String LOW = "balance.low";

  private final Ledger ledger;
  private final PolicyBook book;

  @Inject
  public MoneyMessages(Ledger ledger, PolicyBook book) {
    this.ledger = ledger;
    this.book = book;
  }

  /** For the container's proxy. */
  protected MoneyMessages() {
    this(null, null);
  }

  @Override
  public Set<String> topics() {
    return Set.of(RECEIVED, EXHAUSTED, LOW);
  }

  @Override
  public List<MessageDraft> drafts(Happened what) {
    return switch (what.topic()) {
      case RECEIVED -> received(what);
      case LOW -> low(what);
      default -> exhausted(what);
    };
  }

  @Override
  public boolean stillWanted(Happened what) {
    return switch (what.topic()) {
      case RECEIVED -> true;
      case LOW -> balance(what).map(line(what)::isLow).orElse(false);
      default -> balance(what).map(Money::isNegative).orElse(false);
    };
  }

  private static List<MessageDraft> received(Happened what) {
    Money bonus = Money.of(what.text("bonus"), what.text("currency"));
    Map<String, Object> values = new HashMap<>();
    values.put("amount", Money.of(what.text("amount"), what.text("currency")));
    values.put("day", what.date("valueDate"));
    if (bonus.isPositive()) {
      values.put("bonus", bonus);
    }
    String template = bonus.isPositive() ? RECEIVED + ".bonus" : RECEIVED;
    return List.of(MessageDraft.mail(template, MessageAudience.BILLING, values));
  }

  private List<MessageDraft> exhausted(Happened what) {
    Notices notices = book.inForce(what.vendor(), what.businessDate()).access().notices();
    if (notices == null) {
      // The ladder's own stages tell it, and not before they begin (S3.11, S3.12)
      return List.of();
    }
    Map<String, Object> values =
        Map.of(
            "balance", Money.of(what.text("balance"), what.text("currency")),
            "day", what.date("day"));
    List<MessageDraft> drafts = new ArrayList<>();
    if (notices.mainAdministrator()) {
      drafts.add(draft(notices, MessageAudience.MAIN_ADMINISTRATOR, values));
    }
    if (notices.otherAdministrators()) {
      drafts.add(draft(notices, MessageAudience.OTHER_ADMINISTRATOR, values));
    }
    return drafts;
  }

  private static MessageDraft draft(
      Notices notices, MessageAudience to, Map<String, Object> values) {
    return new MessageDraft(
        EXHAUSTED, to, values, List.of(), notices.email(), notices.inApplication(), null);
  }

  private static List<MessageDraft> low(Happened what) {
    Map<String, Object> values =
        Map.of(
            "balance", Money.of(what.text("balance"), what.text("currency")),
            "below", line(what).below(),
            "day", what.date("day"));
    return List.of(MessageDraft.mail(LOW, MessageAudience.BILLING, values));
  }

  private static LowBalanceAlert line(Happened what) {
    return new LowBalanceAlert(Money.of(what.text("below"), what.text("currency")));
  }

  private Optional<Money> balance(Happened what) {
    return Optional.ofNullable(ledger.balances(what.customerId()).get(what.customerId()))
        .map(Buckets::total);
  }
}
